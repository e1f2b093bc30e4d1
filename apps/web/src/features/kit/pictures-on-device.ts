import { localDb } from '@/lib/local-db'
import type { PicturePorts, Untold } from './pictures'

const NOUN = 'kit-picture'
const keyOf = (id: string) => `${NOUN}.${id}`
const ALL = () => IDBKeyRange.bound(keyOf(''), keyOf('\uffff'))

type OnDevice = Pick<PicturePorts, 'here' | 'read' | 'keep' | 'forget' | 'untold' | 'tell' | 'told'>

/** Where the pictures lie on this device, sealed; `changed` is called when there is one more or less. */
export function picturesOnThisDevice(changed: () => void): OnDevice {
  return {
    async here() {
      const keys = await localDb.getAllKeys('meta', ALL())
      return keys.map((key) => key.slice(keyOf('').length))
    },
    read: async (id) => ((await localDb.get('meta', keyOf(id))) as string | undefined) ?? null,
    async keep(id, sealed) {
      await localDb.put('meta', sealed, keyOf(id))
      changed()
    },
    async forget(id) {
      await localDb.delete('meta', keyOf(id))
      changed()
    },
    async untold() {
      const waiting = await localDb.waitingOf(NOUN)
      return waiting.map(({ payload }) => payload as Untold)
    },
    async tell(untold) {
      const waiting = { id: keyOf(untold.id), noun: NOUN, savedAtMs: Date.now(), payload: untold }
      await localDb.put('outbox', waiting)
    },
    told: async (id) => localDb.delete('outbox', keyOf(id)),
  }
}
