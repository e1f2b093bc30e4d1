import { localDb } from '@/lib/local-db'
import { vault } from '@/vault/client'

/*
 * What somebody wrote in a check-in and nobody heard. It lies on this device, sealed like a page, until its author keeps
 * it as one or lets it go.
 */

export interface UnsaidWords {
  readonly entryId: string
  readonly checkInId: string
  readonly text: string
}

interface Kept extends Omit<UnsaidWords, 'text'> {
  readonly envelope: string
}

const KEY = 'journal.unsaid.'
const ALL = () => IDBKeyRange.bound(KEY, `${KEY}\uffff`)

/** Takes the place of what was set aside under the same id. */
export async function setAside({ entryId, checkInId, text }: UnsaidWords): Promise<void> {
  const { envelope } = await vault.journal.sealPage({ entryId, page: { text, writtenAtMs: Date.now() } })
  await localDb.put('meta', { entryId, checkInId, envelope } satisfies Kept, KEY + entryId)
}

export async function loadUnsaid(): Promise<readonly UnsaidWords[]> {
  const kept = (await localDb.getAll('meta', ALL())) as Kept[]
  return Promise.all(
    kept.map(async ({ envelope, ...of }) => ({
      ...of,
      text: (await vault.journal.openPage({ entryId: of.entryId, envelope })).text,
    })),
  )
}

export async function dropUnsaid(entryId: string): Promise<void> {
  await localDb.delete('meta', KEY + entryId)
}

export async function hasUnsaid(): Promise<boolean> {
  return (await localDb.count('meta', ALL())) > 0
}
