import type { SealedList } from '@/vault/sealed-list'
import { localDb } from './local-db'
import type { NotebookPorts, Pending } from './notebook'

type Of<Item, Change> = Pick<NotebookPorts<Item, Change>, 'vault' | 'changed' | 'fetch' | 'save'>

/** A notebook's place on this device: what was fetched last, and what waits to be sent. */
export function onThisDevice<Item, Change>(noun: string, of: Of<Item, Change>): NotebookPorts<Item, Change> {
  const kept = `${noun}.kept`
  return {
    ...of,
    kept: async () => ((await (await localDb()).get('meta', kept)) as SealedList | undefined) ?? null,
    keep: async (sealed) => void (await (await localDb()).put('meta', sealed, kept)),
    async pending() {
      const waiting = await (await localDb()).getAllFromIndex('outbox', 'noun', noun)
      const inOrder = waiting.toSorted((one, other) => one.savedAtMs - other.savedAtMs)
      return inOrder.map(({ payload }) => payload as Pending)
    },
    async put(pending) {
      await (await localDb()).put('outbox', { id: pending.id, noun, savedAtMs: Date.now(), payload: pending })
    },
    async drop(ids) {
      const { store, done } = (await localDb()).transaction('outbox', 'readwrite')
      await Promise.all([...ids.map((id) => store.delete(id)), done])
    },
    alone: (work) => navigator.locks.request(`turnstone.${noun}`, work),
    newId: () => crypto.randomUUID(),
  }
}
