import { Id } from '@turnstone/protocol'
import * as z from 'zod'
import '@/lib/zod'

/**
 * Pauses that were pressed here and not acknowledged yet. They outlive a reload, so that the press is still delivered
 * and the screen stays frozen. localStorage, because writing there does not wait for anything; what lies there is ids and
 * a sealed reason.
 */
const Pending = z.strictObject({
  checkInId: Id,
  commandId: Id,
  /** Sealed; null where the vault was locked. */
  reason: z.string().nullable(),
  word: z.boolean(),
})
export type PendingPause = z.infer<typeof Pending>

const KEY = 'turnstone.pauses'

export interface PendingPauses {
  load(): readonly PendingPause[]
  save(pending: readonly PendingPause[]): void
}

export const pendingPauses: PendingPauses = {
  load() {
    try {
      const stored = z.array(Pending).safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]'))
      return stored.success ? stored.data : []
    } catch (thrown) {
      return withoutStorage(thrown, [])
    }
  },
  save(pending) {
    try {
      if (pending.length === 0) localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, JSON.stringify(pending))
    } catch (thrown) {
      withoutStorage(thrown, undefined)
    }
  },
}

/** A browser that keeps nothing (private mode, full) must not keep anybody from pausing. */
function withoutStorage<T>(thrown: unknown, instead: T): T {
  if (thrown instanceof DOMException || thrown instanceof SyntaxError) return instead
  throw thrown
}
