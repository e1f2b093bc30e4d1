import {
  createAccount,
  joinEpoch,
  type Keyring,
  lineEntryId,
  newUuid,
  type Partnership,
  sealShared,
  startEpoch,
  toBase64url,
  type Uuid,
  utf8Encode,
} from '@turnstone/vault'
import { beforeAll, describe, expect, it } from 'vitest'
import { journal } from '@/vault/journal'
import { holdPartnership } from '@/vault/session'

const PASSWORD = 'a quiet evening by the sea'

describe('what lies in the living room', () => {
  let ana: Keyring
  let ben: Keyring
  let anas: Partnership
  let bens: Partnership

  /** As Ana's or Ben's device would seal it, with whatever content. */
  async function sealed(by: 'ana' | 'ben', kind: 'record' | 'shared', entryId: Uuid, content: unknown) {
    const [keyring, partnership] = by === 'ana' ? [ana, anas] : [ben, bens]
    const at = { kind, entryId, entryVersion: 1, deviceId: newUuid(), deviceCounter: 1, previousHash: 'first' } as const
    const { bytes } = await sealShared(keyring, partnership, at, utf8Encode(JSON.stringify(content)))
    return { entryId, authorId: keyring.identity.userId, envelope: toBase64url(bytes) }
  }

  const refusal = (entry: Parameters<typeof journal.openLiving>[0]) =>
    journal.openLiving(entry).then(
      () => 'opened',
      (thrown: Error) => thrown.message,
    )

  async function line(by: 'ana' | 'ben', offeredBy: Keyring, change: { entryId?: Uuid } = {}) {
    const lineId = newUuid()
    const content = { sort: 'line', text: 'Tea first.', lineId, checkInId: newUuid(), savedAtMs: 1 }
    const entryId = change.entryId ?? (await lineEntryId(anas, lineId))
    return sealed(by, 'shared', entryId, { ...content, offeredBy: offeredBy.identity.userId })
  }

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

  it('opens thank-yous, copies of pages and records, also the oldest', async () => {
    const thanks = { sort: 'thanks', text: 'The soup.', writtenAtMs: 1 }
    const page = { sort: 'page', text: 'A walk.', writtenAtMs: 1, sharedAtMs: 2 }
    for (const shared of [thanks, page]) {
      expect(await journal.openLiving(await sealed('ben', 'shared', newUuid(), shared))).toEqual({
        sort: 'shared',
        shared,
      })
    }
    const oldest = { openedAtMs: 1, endedAtMs: 2, turns: 3 }
    const newest = { ...oldest, checkInId: newUuid(), format: 'weekly', minutes: 15 }
    for (const record of [oldest, newest]) {
      expect(await journal.openLiving(await sealed('ben', 'record', newUuid(), record))).toEqual({
        sort: 'record',
        record,
      })
    }
  })

  it('takes nobody’s word that both keep a line: one offered it, the other one signed it', async () => {
    expect(await refusal(await line('ben', ana))).toBe('opened')
    expect(await refusal(await line('ana', ben))).toBe('opened')
    expect(await refusal(await line('ben', ben))).toBe('envelope_tampered: line')
    expect(await refusal(await line('ana', ben, { entryId: newUuid() }))).toBe('envelope_tampered: line')
    const stranger = await createAccount({ name: 'Eve', password: PASSWORD })
    expect(await refusal(await line('ben', stranger.keyring))).toBe('envelope_tampered: line')
  }, 60_000)

  it('refuses an entry under another author or id, and a sort it does not know', async () => {
    const honest = await sealed('ben', 'shared', newUuid(), { sort: 'thanks', text: 'x', writtenAtMs: 1 })
    expect(await refusal({ ...honest, authorId: ana.identity.userId })).toBe('envelope_mismatch: authorId')
    expect(await refusal({ ...honest, entryId: newUuid() })).toBe('envelope_mismatch: entryId')
    const letter = await sealed('ben', 'shared', newUuid(), { sort: 'letter', text: 'x' })
    expect(await refusal(letter)).toBe('envelope_tampered: content')
  })
})
