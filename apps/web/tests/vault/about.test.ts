import {
  createAccount,
  joinEpoch,
  type Keyring,
  newUuid,
  type Partnership,
  sealShared,
  startEpoch,
  toBase64url,
  utf8Encode,
} from '@turnstone/vault'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { About, newerAbout, nextAbout } from '@/vault/about'
import { heardAbout } from '@/vault/hearing'
import { closePartnership, holdPartnership } from '@/vault/session'

const PASSWORD = 'a quiet evening by the sea'
const said = (name: string, saidAtMs: number, words = ''): About => ({ id: newUuid(), name, words, saidAtMs })

describe('what a person says of themselves', () => {
  it('takes the place of what was said before, also when the clock went back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 10 }), (clock) => {
        let about: About | null = null
        for (const [change, nowMs] of clock.entries()) {
          const next: About = nextAbout(about, { name: ` Name ${change} `, words: '' }, nowMs)
          expect(newerAbout(about, next)).toBe(next)
          expect(newerAbout(next, about)).toBe(next)
          about = next
        }
        expect(about?.name).toBe(`Name ${clock.length - 1}`)
      }),
    )
  })

  it('has a name and perhaps words, neither too long nor able to rewrite a sentence', () => {
    expect(nextAbout(null, { name: ' Noor ', words: ' they, elle ' }, 5)).toMatchObject({
      name: 'Noor',
      words: 'they, elle',
      saidAtMs: 5,
    })
    for (const given of [
      { name: '', words: 'she' },
      { name: 'n'.repeat(128), words: '' },
      { name: 'Noor', words: 'w'.repeat(128) },
      { name: 'No\u202eor', words: '' },
    ]) {
      expect(() => nextAbout(null, given, 5)).toThrow('name_invalid')
      expect(About.safeParse({ ...said('Noor', 5), ...given }).success).toBe(false)
    }
  })
})

describe('what the partner’s devices hear', () => {
  let ana: Keyring
  let ben: Keyring
  let anas: Partnership
  let bens: Partnership

  async function sealed(by: 'ana' | 'ben', content: unknown) {
    const [keyring, partnership] = by === 'ana' ? [ana, anas] : [ben, bens]
    const entryId = newUuid()
    const place = { entryVersion: 1, deviceId: newUuid(), deviceCounter: 1, previousHash: 'first' } as const
    const at = { kind: 'shared', entryId, ...place } as const
    const { bytes } = await sealShared(keyring, partnership, at, utf8Encode(JSON.stringify(content)))
    return { entryId, authorId: keyring.identity.userId as string, envelope: toBase64url(bytes) }
  }
  const tells = (by: 'ana' | 'ben', about: About) => sealed(by, { sort: 'about', ...about })
  const hear = (entries: Awaited<ReturnType<typeof sealed>>[], before: About | null = null) =>
    heardAbout({ entries, partnerId: ben.identity.userId, before })

  beforeAll(async () => {
    const [one, other] = await Promise.all(['Ana', 'Ben'].map((name) => createAccount({ name, password: PASSWORD })))
    if (!one || !other) throw new Error('two accounts were asked for')
    ana = one.keyring
    ben = other.keyring
    const link = { partnershipId: newUuid(), epoch: 1 }
    const started = await startEpoch(ana, { ...link, role: 'inviter', partner: ben.identity })
    anas = started.partnership
    bens = await joinEpoch(ben, { ...link, role: 'invitee', partner: ana.identity }, started.grant)
    holdPartnership([anas])
  }, 60_000)

  it('is the newest, in whatever order a server hands it out, and never older than what was known', async () => {
    const [first, second] = [said('Bea', 10), said('Beatriz', 20, 'she')]
    const [told, toldAgain] = [await tells('ben', first), await tells('ben', second)]
    expect(await hear([told, toldAgain])).toEqual(second)
    expect(await hear([toldAgain, told])).toEqual(second)
    expect(await hear([told], second)).toBe(second)
    expect(await hear([], second)).toBe(second)
  })

  it('is theirs alone: nobody else can say it for them, and what is not whole says nothing', async () => {
    const mine = await tells('ana', said('Mine', 10))
    const forged = { ...mine, authorId: ben.identity.userId as string }
    const long = await tells('ben', said('n'.repeat(128), 30))
    const thanks = await sealed('ben', { sort: 'thanks', text: 'The soup.', writtenAtMs: 1 })
    expect(await hear([mine, forged, long, thanks])).toBe(null)
  })

  it('waits for open keys: nothing counts as heard while they are closed', async () => {
    const told = await tells('ben', said('Bea', 10))
    closePartnership()
    await expect(hear([told])).rejects.toThrow('keyring_locked')
  })
})
