import type { http } from '@turnstone/protocol'
import type { Problem } from '@/lib/errors'
import type { Page, Record } from '@/vault/journal'

export type Room = 'drawer' | 'living'
/** As the server has it: sealed. */
export type SealedEntry = http.journal.Entry

/** Something of the journal, opened. */
export type Opened =
  | { readonly kind: 'page'; readonly entryId: string; readonly page: Page; readonly state: 'saved' | 'waiting' }
  | { readonly kind: 'record'; readonly entryId: string; readonly record: Record; readonly state: 'saved' | 'waiting' }
  /** The vault refused it: shown as such and kept as it is. */
  | { readonly kind: 'unreadable'; readonly entryId: string; readonly atMs: number }

/** One room of the journal, newest first. `offline`: what this device knew before. */
export type JournalState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'open'; readonly entries: readonly Opened[]; readonly offline: boolean }

export const atMsOf = (entry: Opened): number => {
  if (entry.kind === 'page') return entry.page.writtenAtMs
  return entry.kind === 'record' ? entry.record.openedAtMs : entry.atMs
}

export const newestFirst = (entries: readonly Opened[]): readonly Opened[] =>
  entries.toSorted((one, other) => atMsOf(other) - atMsOf(one))
