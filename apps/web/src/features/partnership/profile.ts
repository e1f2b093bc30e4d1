import { sealedOf } from '@/features/account/client'
import { ApiError, problemOf } from '@/lib/errors'
import type { About } from '@/vault/about'
import { vault } from '@/vault/client'
import type { SealedProfile } from '@/vault/profile'

/*
 * What this person keeps about themselves. A change holds on this device from now on; the server and the other devices get
 * it with the next write, whose time says nothing.
 */

/** This device's copy, perhaps newer than the server's. */
const MINE = 'profile.mine'

export const localDb = async () => (await import('@/lib/local-db')).localDb
export const mineKept = async () => ((await (await localDb()).get('meta', MINE)) as SealedProfile | undefined) ?? null

export async function keepMine(sealed: SealedProfile): Promise<void> {
  await (await localDb()).put('meta', sealed, MINE)
}

/** My name and the words about it, if I changed anything since sign-up. */
export async function readAbout(): Promise<About | null> {
  const server = sealedOf('profile')
  if (!server) return null
  try {
    return (await vault.profile.read({ server, mine: await mineKept() })).about
  } catch (thrown) {
    // A profile that somebody changed: the name from sign-up is in the keys, and holds.
    if (problemOf(thrown).code !== 'tampered') throw thrown
    return null
  }
}

/** Throws `tampered` where there is no profile to keep it in. */
export async function keepAbout(said: Pick<About, 'name' | 'words'>): Promise<void> {
  const server = sealedOf('profile')
  if (!server) throw new ApiError('tampered')
  await keepMine(await vault.profile.say({ server, mine: await mineKept(), said }))
}
