import { localDb } from '@/lib/local-db'
import { vault } from '@/vault/client'
import type { CameToRest } from '@/vault/jottings'

/*
 * What came to rest in a check-in that is under way, on this device alone and sealed: the account learns of it when the
 * check-in is over, as it does of every one (docs/adr/0019).
 */

export interface Evening {
  readonly checkInId: string
  /** Our word was said there, or both would rather take another. */
  readonly rested: readonly CameToRest[]
  /** Where the last pause stopped it: what rests if the check-in is set down from there, and as which jotting. */
  readonly stoppedAt: CameToRest | null
  /** Our word stopped it, and the pause goes on: it rests unless that was a slip. */
  readonly byWord: CameToRest | null
}

interface Kept {
  readonly rested: string
  readonly stoppedAt: string
  readonly byWord: string
}

const KEY = 'jottings.evening.'
const EVENINGS = () => IDBKeyRange.bound(KEY, `${KEY}\uffff`)

const sealed = async (topics: readonly CameToRest[]) =>
  (await vault.jottings.sealChange({ change: { kind: 'rested', topics: [...topics] } })).sealed

async function opened(kept: string): Promise<readonly CameToRest[]> {
  const change = await vault.jottings.openChange({ sealed: kept })
  return change.kind === 'rested' ? change.topics : []
}

/** Takes the place of what was noted for the same check-in before. */
export async function noteEvening({ checkInId, rested, stoppedAt, byWord }: Evening): Promise<void> {
  const kept: Kept = {
    rested: await sealed(rested),
    stoppedAt: await sealed(stoppedAt ? [stoppedAt] : []),
    byWord: await sealed(byWord ? [byWord] : []),
  }
  await localDb.put('meta', kept, KEY + checkInId)
}

export async function eveningOf(checkInId: string): Promise<Evening | null> {
  const kept = (await localDb.get('meta', KEY + checkInId)) as Kept | undefined
  if (!kept) return null
  const [stoppedAt = null] = await opened(kept.stoppedAt)
  const [byWord = null] = await opened(kept.byWord)
  return { checkInId, rested: await opened(kept.rested), stoppedAt, byWord }
}

/** The check-ins that this device has seen begin and has not put away. */
export async function evenings(): Promise<readonly string[]> {
  return (await localDb.getAllKeys('meta', EVENINGS())).map((key) => key.slice(KEY.length))
}

export async function forgetEvening(checkInId: string): Promise<void> {
  await localDb.delete('meta', KEY + checkInId)
}
