import { problemOf } from '@/lib/errors'
import { vault } from '@/vault/client'
import type { Opened, SealedEntry } from './store'

export type Sealed = Pick<SealedEntry, 'entryId' | 'room' | 'authorId' | 'envelope' | 'savedAtMs'> & {
  /** For an entry of a link that has ended. */
  readonly partnershipId?: string
}

/** One entry as its reader sees it; null for what stands in no timeline. Throws only what a later try may mend: a closed vault, a vault that does not answer. */
export async function openEntry(entry: Sealed, state: 'saved' | 'waiting', myId: string): Promise<Opened | null> {
  const { entryId } = entry
  try {
    if (entry.room === 'drawer') return { kind: 'page', entryId, page: await vault.journal.openPage(entry), state }
    const living = await vault.journal.openLiving(entry)
    if (living.sort === 'record') return { kind: 'record', entryId, record: living.record, state }
    if (living.shared.sort === 'about') return null
    const by = entry.authorId === myId ? 'me' : 'them'
    return { kind: 'shared', entryId, shared: living.shared, by, state }
  } catch (thrown) {
    const { code } = problemOf(thrown)
    if (code === 'vault_locked' || code === 'offline') throw thrown
    return { kind: 'unreadable', entryId, atMs: entry.savedAtMs }
  }
}
