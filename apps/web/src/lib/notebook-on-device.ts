import type { SealedList } from '@/vault/sealed-list'
import { localDb } from './local-db'
import type { NotebookPorts, Pending } from './notebook'

type Of<Item, Change> = Pick<NotebookPorts<Item, Change>, 'vault' | 'changed' | 'fetch' | 'save'>

/** A notebook's place on this device: what was fetched last, and what waits to be sent. */
export function onThisDevice<Item, Change>(noun: string, of: Of<Item, Change>): NotebookPorts<Item, Change> {
  const kept = `${noun}.kept`
  return {
    ...of,
    kept: async () => ((await localDb.get('meta', kept)) as SealedList | undefined) ?? null,
    keep: (sealed) => localDb.put('meta', sealed, kept),
    async pending() {
      const waiting = await localDb.waitingOf(noun)
      const inOrder = waiting.toSorted((one, other) => one.savedAtMs - other.savedAtMs)
      return inOrder.map(({ payload }) => payload as Pending)
    },
    async put(pending) {
      await localDb.put('outbox', { id: pending.id, noun, savedAtMs: Date.now(), payload: pending })
    },
    drop: (ids) =>
      localDb.change('outbox', async (outbox) => void (await Promise.all(ids.map((id) => outbox.delete(id))))),
    alone: (work) => navigator.locks.request(`turnstone.${noun}`, work),
    newId: () => crypto.randomUUID(),
  }
}
