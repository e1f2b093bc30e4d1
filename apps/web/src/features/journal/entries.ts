import { localDb } from '@/lib/local-db'
import type { Room, SealedEntry } from './store'

/* What this device has pulled of each room: ciphertext, so that the journal opens without a connection. */

interface Kept {
  /** Whose room it is: another link is another room. */
  readonly scope: string
  readonly entries: readonly SealedEntry[]
}

const keyOf = (room: Room) => `journal.${room}`

export async function keptEntries(room: Room, scope: string): Promise<readonly SealedEntry[]> {
  const kept = (await (await localDb()).get('meta', keyOf(room))) as Kept | undefined
  return kept?.scope === scope ? kept.entries : []
}

export async function keepEntries(room: Room, scope: string, entries: readonly SealedEntry[]): Promise<void> {
  await (await localDb()).put('meta', { scope, entries } satisfies Kept, keyOf(room))
}
