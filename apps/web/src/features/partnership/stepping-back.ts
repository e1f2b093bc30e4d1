import { saveSealed, sealedOf } from '@/features/account/client'
import { problemOf } from '@/lib/errors'
import { vault } from '@/vault/client'
import { keepMine, localDb, mineKept } from './profile'

/*
 * Stepping back is known on this person's devices alone. It lies sealed in the profile; and the profile is written as often
 * when nothing has changed, so that not even a write says anything.
 */

/** When this device last wrote it to the server, or began to count. */
const WRITTEN = 'profile.writtenAtMs'
/** The same answer in short, for the time when the vault is closed. Says nothing by its name. */
const WAITS = 'outbox.waits'

const WRITE_EVERY_MS = 300_000
const LOOK_EVERY_MS = 30_000
const SAID = 'turnstone.said'

/** Whether this person has stepped back, for whoever can open the profile. An account without one has not. */
export async function readSteppedBack(): Promise<boolean> {
  const server = sealedOf('profile')
  if (!server) return false
  try {
    const { steppedBack } = await vault.profile.read({ server, mine: await mineKept() })
    await (await localDb()).put('meta', steppedBack, WAITS)
    return steppedBack
  } catch (thrown) {
    // A profile that somebody changed, or an old one: what this device knew last holds, and the rest of the link opens.
    if (problemOf(thrown).code !== 'tampered') throw thrown
    return lastKnownSteppedBack()
  }
}

/** What this device knew last, without a key. */
export const lastKnownSteppedBack = async (): Promise<boolean> => (await (await localDb()).get('meta', WAITS)) === true

/** Holds on this device from now on; the others learn it with the next write. */
export async function keepSteppedBack(steppedBack: boolean): Promise<void> {
  const server = sealedOf('profile')
  if (!server) return
  const change = { steppedBack, saidAtMs: Date.now() }
  await keepMine(await vault.profile.seal({ server, mine: await mineKept(), change }))
  await (await localDb()).put('meta', steppedBack, WAITS)
  tellTabs()
}

/** In every tab the link is looked at again. */
export function tellTabs(): void {
  const channel = new BroadcastChannel(SAID)
  channel.postMessage(null)
  channel.close()
}

/** Somebody has stepped back or come back, in this tab or in another. Returns what stops the listening. */
export function onSteppingBack(listener: () => void): () => void {
  const channel = new BroadcastChannel(SAID)
  channel.addEventListener('message', listener)
  return () => channel.close()
}

/** Writes the profile from time to time, changed or not. Returns what stops it. */
export function keepWriting(): () => void {
  const timer = setInterval(() => void navigator.locks.request('turnstone.profile', writeWhenDue), LOOK_EVERY_MS)
  return () => clearInterval(timer)
}

async function writeWhenDue(): Promise<void> {
  const db = await localDb()
  const writtenAtMs = (await db.get('meta', WRITTEN)) as number | undefined
  if (writtenAtMs !== undefined && Date.now() - writtenAtMs < WRITE_EVERY_MS) return
  await db.put('meta', Date.now(), WRITTEN)
  if (writtenAtMs === undefined) return
  try {
    const server = sealedOf('profile')
    if (server) await saveSealed('profile', await vault.profile.seal({ server, mine: await mineKept(), change: {} }))
  } catch (thrown) {
    // No connection, a closed vault, another device at the same moment: the next time is soon.
    if (problemOf(thrown).code === 'unexpected') throw thrown
  }
}
