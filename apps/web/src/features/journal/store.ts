import type { http } from '@turnstone/protocol'
import type { Problem } from '@/lib/errors'
import type { Page, Record, Shared } from '@/vault/journal-content'

export type Room = 'drawer' | 'living'
/** As the server has it: sealed. */
export type SealedEntry = http.journal.Entry

interface Kept {
  readonly entryId: string
  readonly state: 'saved' | 'waiting'
}

type Told = Exclude<Shared, { sort: 'about' }>

/** Something of the journal, opened. */
export type Opened =
  | (Kept & { readonly kind: 'page'; readonly page: Page })
  | (Kept & { readonly kind: 'record'; readonly record: Record })
  | (Kept & { readonly kind: 'shared'; readonly by: 'me' | 'them'; readonly shared: Told })
  /** The vault refused it: shown as such and kept as it is. */
  | { readonly kind: 'unreadable'; readonly entryId: string; readonly atMs: number }

/** One room of the journal, newest first. `offline`: what this device knew before. */
export type JournalState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'open'; readonly entries: readonly Opened[]; readonly offline: boolean }

export function atMsOf(entry: Opened): number {
  switch (entry.kind) {
    case 'page':
      return entry.page.writtenAtMs
    case 'record':
      return entry.record.openedAtMs
    case 'shared':
      return sharedAtMs(entry.shared)
    case 'unreadable':
      return entry.atMs
  }
}

function sharedAtMs(shared: Told): number {
  if (shared.sort === 'line') return shared.savedAtMs
  return shared.sort === 'page' ? shared.sharedAtMs : shared.writtenAtMs
}

export const newestFirst = (entries: readonly Opened[]): readonly Opened[] =>
  entries.toSorted((one, other) => atMsOf(other) - atMsOf(one))
