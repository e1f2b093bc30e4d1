import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { sealBox } from '../src/box.ts'
import {
  type Bytes,
  branded,
  concat,
  equal,
  type InvitationKey,
  type InvitationSecret,
  toBase64url,
  uint8,
  utf8Encode,
} from '../src/bytes.ts'
import { derive, digest } from '../src/derive.ts'
import { encodeIdentity, type Identity } from '../src/identity.ts'
import {
  answerInvitation,
  createInvitation,
  formatInvitationSecret,
  invitationLookupId,
  type NewInvitation,
  openAnswer,
  openInvitation,
  parseInvitationSecret,
} from '../src/index.ts'
import { secretsOf } from '../src/keyring.ts'
import { LABEL } from '../src/labels.ts'
import { systemRandom } from '../src/random.ts'
import { signAs } from '../src/signing.ts'
import { uuidToBytes } from '../src/uuid.ts'
import { type Couple, couple, flipped, patched, person } from './support/couple.ts'
import { refusal, refusalCode } from './support/refusal.ts'
import { seededRandom } from './support/seeded-random.ts'

let world: Couple
let invitation: NewInvitation
let answer: Bytes

beforeAll(async () => {
  world = await couple('invitation')
  invitation = await createInvitation(world.ana.keyring)
  answer = (await answerInvitation(world.bo.keyring, invitation)).answer
})

/** A bundle by somebody who holds the secret, with any identity in it and anybody's signature. */
async function forge(role: 1 | 2, identity: Identity, signer: Couple['ana'], offer: Bytes): Promise<Bytes> {
  const label = role === 1 ? LABEL.invitationOffer : LABEL.invitationAnswer
  const binding = role === 1 ? new Uint8Array(0) : (await digest(LABEL.invitationHash, offer)).slice(0, 32)
  const header = concat(
    utf8Encode('TSIN'),
    uint8(1),
    uint8(1),
    uint8(role),
    await invitationLookupId(invitation.secret),
  )
  const encoded = encodeIdentity(identity)
  const signature = signAs(secretsOf(signer.keyring).signingSeed, label, header, binding, encoded)
  const key = await derive<InvitationKey>(invitation.secret, label, [binding])
  return concat(header, await sealBox(systemRandom, key, label, header, concat(encoded, signature)))
}

test('[IN1] each gets the other', async () => {
  const ana = world.ana.keyring.identity
  const bo = world.bo.keyring.identity
  expect(await openInvitation(invitation.secret, invitation.offer)).toEqual(ana)
  const { inviter } = await answerInvitation(world.bo.keyring, invitation)
  expect(inviter).toEqual(ana)
  expect(await openAnswer(world.ana.keyring, { ...invitation, answer })).toEqual(bo)
  expect(equal(await invitationLookupId(invitation.secret), invitation.lookupId)).toBe(true)
})

describe('[IN2] the fragment', () => {
  test('[IN2] 22 characters and back', () => {
    const text = formatInvitationSecret(invitation.secret)
    expect(text).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(equal(parseInvitationSecret(text), invitation.secret)).toBe(true)
  })

  test('[IN2] anything else is malformed', async () => {
    const text = formatInvitationSecret(branded<InvitationSecret>(new Uint8Array(16), 16))
    for (const bad of [
      '',
      text.slice(1),
      `${text}A`,
      `${text}==`,
      `${text.slice(0, -1)}B`,
      `#${text}`,
      `${text.slice(0, -1)}+`,
    ]) {
      expect(await refusal(() => parseInvitationSecret(bad))).toBe('invitation_malformed')
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 24 }), async (bad) => {
        expect(await refusal(() => parseInvitationSecret(bad))).toMatch(/^(invitation_malformed|opened)$/)
      }),
    )
  })
})

describe('[IN3] nothing of it may change', () => {
  test('[IN3] any bit of offer and answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * 375 - 1), async (bit) => {
        const codes = /^(invitation_tampered|version_unsupported)$/
        expect(await refusalCode(() => openInvitation(invitation.secret, flipped(invitation.offer, bit)))).toMatch(
          codes,
        )
        const changed = { ...invitation, answer: flipped(answer, bit) }
        expect(await refusalCode(() => openAnswer(world.ana.keyring, changed))).toMatch(codes)
      }),
      { numRuns: 70 },
    )
  })

  test('[IN3] another secret, another length, another version', async () => {
    const other = branded<InvitationSecret>(new Uint8Array(16), 16)
    expect(await refusalCode(() => openInvitation(other, invitation.offer))).toBe('invitation_tampered')
    for (const bad of [new Uint8Array(0), invitation.offer.slice(0, -1), concat(invitation.offer, uint8(0))]) {
      expect(await refusal(() => openInvitation(invitation.secret, bad))).toBe('invitation_tampered: length')
    }
    const tomorrow = patched(invitation.offer, 4, uint8(2))
    expect(await refusal(() => openInvitation(invitation.secret, tomorrow))).toBe('version_unsupported: version')
  })

  test('[IN3] an identity whose owner did not sign', async () => {
    const { ana, bo, eve } = world
    const offer = await forge(1, ana.keyring.identity, eve, invitation.offer)
    expect(await refusal(() => openInvitation(invitation.secret, offer))).toBe('invitation_tampered: signature')
    const forged = await forge(2, bo.keyring.identity, eve, invitation.offer)
    const attempt = () => openAnswer(ana.keyring, { ...invitation, answer: forged })
    expect(await refusal(attempt)).toBe('invitation_tampered: signature')
    const honest = await forge(2, bo.keyring.identity, bo, invitation.offer)
    expect(await refusal(() => openAnswer(ana.keyring, { ...invitation, answer: honest }))).toBe('opened')
  })
})

test('[IN4] neither direction passes for the other', async () => {
  const reflected = () => openAnswer(world.ana.keyring, { ...invitation, answer: invitation.offer })
  expect(await refusal(reflected)).toBe('invitation_tampered: role')
  expect(await refusal(() => openInvitation(invitation.secret, answer))).toBe('invitation_tampered: role')
  const relabelled = patched(invitation.offer, 6, uint8(2))
  const attempt = () => openAnswer(world.ana.keyring, { ...invitation, answer: relabelled })
  expect(await refusal(attempt)).toBe('invitation_tampered: commitment')
  const backwards = patched(answer, 6, uint8(1))
  expect(await refusal(() => openInvitation(invitation.secret, backwards))).toBe('invitation_tampered: commitment')
})

test('[IN5] an answer belongs to one offer of one inviter', async () => {
  const second = await forge(1, world.ana.keyring.identity, world.ana, invitation.offer)
  const swapped = () => openAnswer(world.ana.keyring, { ...invitation, offer: second, answer })
  expect(await refusal(swapped)).toBe('invitation_tampered: commitment')
  const stranger = () => openAnswer(world.eve.keyring, { ...invitation, answer })
  expect(await refusal(stranger)).toBe('invitation_tampered: inviter')
  const evil = await forge(1, world.eve.keyring.identity, world.eve, invitation.offer)
  const replaced = () => openAnswer(world.ana.keyring, { ...invitation, offer: evil, answer })
  expect(await refusal(replaced)).toBe('invitation_tampered: inviter')
})

test('[IN6] nobody links with themself', async () => {
  expect(await refusal(() => answerInvitation(world.ana.keyring, invitation))).toBe('invitation_own')
  const { ana, eve } = world
  for (const field of ['userId', 'encryptionKey'] as const) {
    const mixed = { ...eve.keyring.identity, [field]: ana.keyring.identity[field] }
    const forged = await forge(2, mixed, eve, invitation.offer)
    expect(await refusal(() => openAnswer(ana.keyring, { ...invitation, answer: forged }))).toBe('invitation_own')
  }
})

test('[IN7] what the server keeps says nothing', async () => {
  const long = await person(seededRandom('in7'), 'Bartholomew '.repeat(10).trim())
  const other = await createInvitation(long.keyring)
  expect(other.offer.length).toBe(invitation.offer.length)
  expect((await answerInvitation(long.keyring, invitation)).answer.length).toBe(answer.length)
  const { userId, signingKey, encryptionKey } = long.keyring.identity
  const kept = toBase64url(other.offer) + Buffer.from(other.offer).toString('latin1') + toBase64url(other.lookupId)
  const bytes = [utf8Encode('Bartholomew'), uuidToBytes(userId), signingKey, encryptionKey, other.secret]
  for (const needle of bytes) expect(kept).not.toContain(Buffer.from(needle).toString('latin1'))
  expect(kept).not.toContain(formatInvitationSecret(other.secret).slice(0, 20))
})

test('[IN8] whoever goes by another name since their account was made asks, and answers, under that one', async () => {
  const { secret, offer } = await createInvitation(world.ana.keyring, 'Anaís')
  const { answer: renamed, inviter } = await answerInvitation(world.bo.keyring, { secret, offer }, 'Bea')
  expect(inviter).toEqual({ ...world.ana.keyring.identity, name: 'Anaís' })
  const invitee = await openAnswer(world.ana.keyring, { secret, offer, answer: renamed })
  expect(invitee).toEqual({ ...world.bo.keyring.identity, name: 'Bea' })
  expect(await refusalCode(() => createInvitation(world.ana.keyring, 'Ana\u202e'))).toBe('name_invalid')
})
