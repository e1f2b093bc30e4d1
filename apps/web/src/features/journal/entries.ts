import { localDb } from '@/lib/local-db'
import type { Room, SealedEntry } from './store'

/* What this device has pulled of each room: ciphertext, so that the journal opens without a connection. */

interface Kept {
  /** Whose room it is: another link is another room. */
  readonly scope: string
  readonly entries: readonly SealedEntry[]
}

/** `archive`: the living room of a link that has ended, the one that was read last. */
export type Shelf = Room | 'archive'

const keyOf = (shelf: Shelf) => `journal.${shelf}`

export async function keptEntries(shelf: Shelf, scope: string): Promise<readonly SealedEntry[]> {
  return (await kept(shelf, scope))?.entries ?? []
}

/** Whether this device has ever pulled it, be there anything in it or not. */
export const hasShelf = async (shelf: Shelf, scope: string): Promise<boolean> => (await kept(shelf, scope)) !== null

async function kept(shelf: Shelf, scope: string): Promise<Kept | null> {
  const stored = (await localDb.get('meta', keyOf(shelf))) as Kept | undefined
  return stored?.scope === scope ? stored : null
}

export async function keepEntries(shelf: Shelf, scope: string, entries: readonly SealedEntry[]): Promise<void> {
  await localDb.put('meta', { scope, entries } satisfies Kept, keyOf(shelf))
}
