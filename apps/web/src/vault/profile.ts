import { VaultError } from '@turnstone/vault'
import * as z from 'zod'
import { About, newerAbout, nextAbout } from './about'
import { openOwn, refuseOlder, sealOwn } from './own'
import '@/lib/zod'

/**
 * What a person keeps about themselves. Whether they have stepped back stands in here, among the rest, and is written at
 * times that say nothing: the server must not learn it.
 */
const Profile = z.strictObject({
  /** As given at sign-up. */
  name: z.string(),
  /** What was said since. */
  about: About.nullable().default(null),
  steppedBack: z.boolean().default(false),
  /** When stepping back was last said, so that of two copies the newer one counts. */
  saidAtMs: z.int().nonnegative().default(0),
})
export type Profile = z.infer<typeof Profile>

export interface SealedProfile {
  readonly version: number
  readonly sealed: string
}

async function open({ version, sealed }: SealedProfile): Promise<Profile> {
  const profile = Profile.safeParse(await openOwn('profile', version, sealed))
  if (!profile.success) throw new VaultError('envelope_tampered', 'profile')
  return profile.data
}

async function newest(copies: readonly (SealedProfile | null)[]): Promise<Profile> {
  const opened = await Promise.all(copies.filter((copy) => copy !== null).map(open))
  const [first, ...rest] = opened
  if (!first) throw new VaultError('envelope_tampered', 'profile')
  return rest.reduce(
    (best, one) => ({
      ...(one.saidAtMs > best.saidAtMs ? one : best),
      about: newerAbout(best.about, one.about),
    }),
    first,
  )
}

export const profile = {
  /** `mine`: what this device has and the server perhaps not yet. */
  async read(of: { server: SealedProfile; mine: SealedProfile | null }): Promise<Profile> {
    await refuseOlder('profile', of.server.version)
    return newest([of.server, of.mine])
  },

  /** The next version, with another name or other words about it. Throws `name_invalid`. */
  async say(of: { server: SealedProfile; mine: SealedProfile | null; said: Pick<About, 'name' | 'words'> }) {
    const about = nextAbout((await newest([of.server, of.mine])).about, of.said, Date.now())
    return profile.seal({ ...of, change: { about } })
  },

  /** The next version, with a change or, as at any other time, without. */
  async seal(of: {
    server: SealedProfile
    mine: SealedProfile | null
    change: Partial<Profile>
  }): Promise<SealedProfile> {
    const version = of.server.version + 1
    return {
      version,
      sealed: await sealOwn('profile', version, { ...(await newest([of.server, of.mine])), ...of.change }),
    }
  },
}
