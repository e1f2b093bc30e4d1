import { registerStatement } from '@turnstone/protocol'
import {
  createAccount,
  joinEpoch,
  type Keyring,
  newUuid,
  type Partnership,
  sealPrivate,
  sealShared,
  sign,
  startEpoch,
  toBase64url,
  utf8Encode,
} from '@turnstone/vault'
import { beforeAll, describe, expect, it } from 'vitest'
import { register } from '@/vault/register'
import { closingsNow, hold, holdPartnership } from '@/vault/session'

const PASSWORD = 'a quiet evening by the sea'
const ANSWERS = [{ topic: 'money', own: false, answer: 'never' }]

type Own = Parameters<typeof register.mine>[0]['mine']

describe('L5: two sheets, each handed in before the other is read', () => {
  let ana: Keyring
  let ben: Keyring
  let anas: Partnership
  let bens: Partnership

  beforeAll(async () => {
    const [one, other] = await Promise.all(['Ana', 'Ben'].map((name) => createAccount({ name, password: PASSWORD })))
    if (!one || !other) throw new Error('two accounts were asked for')
    ana = one.keyring
    ben = other.keyring
    const link = { partnershipId: newUuid(), epoch: 1 }
    const started = await startEpoch(ana, { ...link, role: 'inviter', partner: ben.identity })
    anas = started.partnership
    bens = await joinEpoch(ben, { ...link, role: 'invitee', partner: ana.identity }, started.grant)
    hold(ana, closingsNow())
    holdPartnership([anas])
  }, 60_000)

  const sheetOf = (author: Keyring, answers: unknown = ANSWERS) =>
    JSON.stringify({ author: author.identity.userId, salt: toBase64url(new Uint8Array(32)), answers })

  async function hashOf(sheet: string): Promise<string> {
    const bytes = new Uint8Array(new TextEncoder().encode(sheet))
    return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  }

  /** As the device of `by` would hand it in, with whatever content. */
  async function committed(by: Keyring, sheet: string, signedBy = by): Promise<Own> {
    const entryId = newUuid()
    const commitment = await hashOf(sheet)
    const statement = registerStatement({ partnershipId: anas.partnershipId, entryId, commitment })
    const place = { kind: 'page', entryId, entryVersion: 1, deviceId: newUuid(), deviceCounter: 1 } as const
    const bytes = await sealPrivate(by, place, utf8Encode(JSON.stringify({ sheet })))
    const signature = toBase64url(sign(signedBy, statement))
    return { entryId, commitment, signature, kept: toBase64url(bytes), opened: null }
  }

  async function opened(by: Keyring, own: Own, sheet: string, against: string): Promise<Own> {
    const chain = { entryVersion: 1, deviceId: newUuid(), deviceCounter: 1, previousHash: 'first' } as const
    const at = { kind: 'shared', entryId: own.entryId as ReturnType<typeof newUuid>, ...chain } as const
    const content = utf8Encode(JSON.stringify({ sheet, against }))
    const { bytes } = await sealShared(by, by === ana ? anas : bens, at, content)
    return { ...own, opened: toBase64url(bytes) }
  }

  /** What Ana's device makes of the two, when Ben's is changed in some way. */
  async function read(change: { sheet?: string; shown?: string; against?: string; signedBy?: Keyring } = {}) {
    const sheet = change.sheet ?? sheetOf(ben)
    const mine = await committed(ana, sheetOf(ana))
    const theirs = await committed(ben, sheet, change.signedBy)
    return register.theirs({
      mine: await opened(ana, mine, sheetOf(ana), theirs.commitment),
      theirs: await opened(ben, theirs, change.shown ?? sheet, change.against ?? mine.commitment),
    })
  }

  it('are read by both as they were handed in', async () => {
    expect(await read()).toEqual(ANSWERS)
    expect(await register.mine({ mine: await committed(ana, sheetOf(ana)) })).toEqual(ANSWERS)
  })

  it.each([
    ['says something else than what was handed in', () => ({ shown: sheetOf(ben, []) })],
    ['was opened on another sheet of mine', () => ({ against: toBase64url(new Uint8Array(32)) })],
    ['is a copy of mine, handed in unread', () => ({ sheet: sheetOf(ana) })],
    ['holds what no sheet holds', () => ({ sheet: sheetOf(ben, [{ topic: 'money', own: false, answer: 'maybe' }]) })],
    ['was signed by somebody else', () => ({ signedBy: ana })],
  ])('one that %s is not read', async (_what, change) => {
    await expect(read(change())).rejects.toMatchObject({ name: 'VaultError' })
  })

  it('mine is not opened on a commitment that the other did not sign', async () => {
    const mine = await committed(ana, sheetOf(ana))
    const theirs = await committed(ben, sheetOf(ben), ana)
    await expect(register.open({ mine, theirs })).rejects.toMatchObject({ name: 'VaultError' })
  })

  it('another one is not read than the one mine was opened on', async () => {
    const mine = await committed(ana, sheetOf(ana))
    const [first, second] = [await committed(ben, sheetOf(ben)), await committed(ben, sheetOf(ben, []))]
    const mineOpen = await opened(ana, mine, sheetOf(ana), first.commitment)
    const later = await opened(ben, second, sheetOf(ben, []), mine.commitment)
    await expect(register.theirs({ mine: mineOpen, theirs: later })).rejects.toMatchObject({ name: 'VaultError' })
  })
})
