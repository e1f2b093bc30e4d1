import { localDb } from '@/lib/local-db'
import { vault } from '@/vault/client'

/* The page somebody is writing. What lies on the device is sealed; the text is on the screen and nowhere else. */

interface Kept {
  readonly entryId: string
  readonly envelope: string
}

export interface DraftPage {
  readonly entryId: string
  readonly text: string
}

const KEY = 'journal.draft'

export async function loadDraft(): Promise<DraftPage> {
  const kept = (await localDb.get('meta', KEY)) as Kept | undefined
  if (!kept) return { ...(await vault.journal.newEntryId()), text: '' }
  const { text } = await vault.journal.openPage(kept)
  return { entryId: kept.entryId, text }
}

export async function saveDraft({ entryId, text }: DraftPage): Promise<void> {
  const { envelope } = await vault.journal.sealPage({ entryId, page: { text, writtenAtMs: Date.now() } })
  await localDb.put('meta', { entryId, envelope } satisfies Kept, KEY)
}

export async function dropDraft(): Promise<void> {
  await localDb.delete('meta', KEY)
}

export async function hasDraft(): Promise<boolean> {
  return (await localDb.get('meta', KEY)) !== undefined
}
