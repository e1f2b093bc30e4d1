import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Bytes, branded, concat, type EpochKey, equal, uint8, uint32 } from '../src/bytes.ts'
import { mac } from '../src/derive.ts'
import { joinEpoch, keptEntryId, lineEntryId, newUuid, recordId, startEpoch } from '../src/index.ts'
import { secretsOf } from '../src/keyring.ts'
import { LABEL } from '../src/labels.ts'
import { type EpochExpectation, epochKeyOf } from '../src/partnership.ts'
import { systemRandom } from '../src/random.ts'
import { signAs } from '../src/signing.ts'
import { wrapTo } from '../src/wrap.ts'
import { type Couple, couple, flipped, patched } from './support/couple.ts'
import { refusal, refusalCode } from './support/refusal.ts'

let world: Couple
let atAna: EpochExpectation
let atBo: EpochExpectation

beforeAll(async () => {
  world = await couple('partnership')
  const { partnershipId, ana, bo } = world
  atAna = { partnershipId, epoch: 1, role: 'inviter', partner: bo.keyring.identity }
  atBo = { partnershipId, epoch: 1, role: 'invitee', partner: ana.keyring.identity }
})

const join = (grant: Uint8Array, expected = atBo) => joinEpoch(world.bo.keyring, expected, grant)

/** Signed again by Ana, so that only what is inside can be wrong. */
function signedByAna(body: Bytes): Bytes {
  return concat(body, signAs(secretsOf(world.ana.keyring).signingSeed, LABEL.epoch, body))
}

test('[EP1] both, and each one’s other device, hold one key', async () => {
  const again = await joinEpoch(world.ana.keyring, atAna, world.grant)
  const bos = await join(world.grant)
  expect(equal(epochKeyOf(again), epochKeyOf(world.anas))).toBe(true)
  expect(equal(epochKeyOf(bos), epochKeyOf(world.anas))).toBe(true)
  expect(world.grant.length).toBe(571)
  const checkIn = newUuid()
  expect(await recordId(bos, checkIn)).toBe(await recordId(again, checkIn))
})

test('[EP1] a later epoch may be started by either, and has another key', async () => {
  const second = await startEpoch(world.bo.keyring, { ...atBo, epoch: 2 })
  const joined = await joinEpoch(world.ana.keyring, { ...atAna, epoch: 2 }, second.grant)
  expect(equal(epochKeyOf(joined), epochKeyOf(second.partnership))).toBe(true)
  expect(equal(epochKeyOf(joined), epochKeyOf(world.anas))).toBe(false)
})

test('[EP2] older and newer epochs than expected', async () => {
  expect(await refusal(() => join(world.grant, { ...atBo, epoch: 2 }))).toBe('epoch_outdated')
  const third = await startEpoch(world.ana.keyring, { ...atAna, epoch: 3 })
  expect(await refusal(() => join(third.grant, { ...atBo, epoch: 2 }))).toBe('epoch_unknown')
  expect(await refusal(() => join(third.grant, { ...atBo, epoch: 3 }))).toBe('opened')
  expect(await refusal(() => join(patched(world.grant, 22, uint32(2)), { ...atBo, epoch: 2 }))).toBe(
    'epoch_tampered: signature',
  )
  expect(await refusal(() => join(world.grant, { ...atBo, epoch: 0 }))).toBe('argument_invalid: epoch')
})

describe('[EP3] only what was pinned', () => {
  test('[EP3] partnership, role, partner, keys', async () => {
    const eve = world.eve.keyring.identity
    const cases: [string, EpochExpectation][] = [
      ['epoch_mismatch: partnershipId', { ...atBo, partnershipId: newUuid() }],
      ['epoch_mismatch: inviter', { ...atBo, role: 'inviter' }],
      ['epoch_mismatch: inviter', { ...atBo, partner: eve }],
      ['epoch_mismatch: inviter', { ...atBo, partner: { ...atBo.partner, signingKey: eve.signingKey } }],
      ['epoch_mismatch: inviter', { ...atBo, partner: { ...atBo.partner, encryptionKey: eve.encryptionKey } }],
    ]
    for (const [outcome, expected] of cases) expect(await refusal(() => join(world.grant, expected))).toBe(outcome)
    expect(await refusal(() => joinEpoch(world.eve.keyring, atBo, world.grant))).toBe('epoch_mismatch: invitee')
    expect(await refusal(() => join(world.grant, { ...atBo, partner: world.bo.keyring.identity }))).toBe(
      'argument_invalid: partner',
    )
  })

  test('[EP3] the key the server would like Ana to wrap to', async () => {
    const bo = world.bo.keyring.identity
    const { encryptionKey } = world.eve.keyring.identity
    const { grant } = await startEpoch(world.ana.keyring, { ...atAna, partner: { ...bo, encryptionKey } })
    expect(await refusal(() => join(grant))).toBe('epoch_mismatch: invitee')
  })
})

describe('[EP4] forged, swapped, altered', () => {
  test('[EP4] signed by somebody else', async () => {
    const body = world.grant.slice(0, -64)
    for (const forger of [world.eve, world.bo]) {
      const forged = concat(body, signAs(secretsOf(forger.keyring).signingSeed, LABEL.epoch, body))
      expect(await refusal(() => join(forged))).toBe('epoch_tampered: signature')
    }
    expect(await refusal(() => join(signedByAna(body)))).toBe('opened')
  })

  test('[EP4] the two wraps swapped', async () => {
    const { grant } = world
    const swapped = concat(grant.slice(0, 219), grant.slice(363, 507), grant.slice(219, 363))
    expect(await refusalCode(() => join(signedByAna(swapped)))).toBe('epoch_tampered')
  })

  test('[EP4] each given another key', async () => {
    const header = concat(world.grant.slice(0, 219), uint8(2))
    const other = branded<EpochKey>(new Uint8Array(32).fill(1), 32)
    const wrapped = await wrapTo(systemRandom, world.bo.keyring.identity.encryptionKey, LABEL.epochWrap, header, other)
    const split = signedByAna(concat(world.grant.slice(0, 363), wrapped))
    expect(await refusal(() => join(split))).toBe('epoch_tampered: check')
    const check = await mac(other, LABEL.epochCheck, world.grant.slice(0, 187))
    const { encryptionKey } = world.bo.keyring.identity
    const rewrapped = await wrapTo(
      systemRandom,
      encryptionKey,
      LABEL.epochWrap,
      concat(world.grant.slice(0, 187), check, uint8(2)),
      other,
    )
    const whole = signedByAna(concat(world.grant.slice(0, 187), check, world.grant.slice(219, 363), rewrapped))
    expect(await refusal(() => join(whole))).toBe('opened')
    expect(await refusalCode(() => joinEpoch(world.ana.keyring, atAna, whole))).toBe('epoch_tampered')
  })

  test('[EP4] any bit, any length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * 571 - 1), async (bit) => {
        expect(await refusalCode(() => join(flipped(world.grant, bit)))).toMatch(/^(epoch_|version_unsupported)/)
      }),
      { numRuns: 100 },
    )
    for (const length of [0, 26, 187, 570]) {
      expect(await refusal(() => join(world.grant.slice(0, length)))).toBe('epoch_tampered: length')
    }
    expect(await refusal(() => join(concat(world.grant, uint8(0))))).toBe('epoch_tampered: length')
  })
})

test('[EP5] the inviter confirms who accepted by starting epoch 1', async () => {
  expect(await refusal(() => startEpoch(world.bo.keyring, atBo))).toBe('argument_invalid: role')
  const { grant } = await startEpoch(world.bo.keyring, { ...atBo, epoch: 2 })
  const first = patched(grant, 22, uint32(1)).slice(0, -64)
  const forged = concat(first, signAs(secretsOf(world.bo.keyring).signingSeed, LABEL.epoch, first))
  expect(await refusal(() => joinEpoch(world.ana.keyring, atAna, forged))).toBe('epoch_mismatch: wrapper')
})

test('[RI1] a record id is one per epoch and check-in, in the form of a UUID v8', async () => {
  const checkIn = newUuid()
  const id = await recordId(world.anas, checkIn)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(await recordId(world.bos, checkIn)).toBe(id)
  const second = await startEpoch(world.ana.keyring, { ...atAna, epoch: 2 })
  expect(await recordId(second.partnership, checkIn)).not.toBe(id)
  expect(await recordId(world.anas, newUuid())).not.toBe(id)
})

test('[RI2] a line has one entry per epoch, and never the id of a record', async () => {
  const line = newUuid()
  const id = await lineEntryId(world.anas, line)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(await lineEntryId(world.bos, line)).toBe(id)
  expect(await recordId(world.anas, line)).not.toBe(id)
  const second = await startEpoch(world.ana.keyring, { ...atAna, epoch: 2 })
  expect(await lineEntryId(second.partnership, line)).not.toBe(id)
})

test('[RI3] what I keep has one page, with an id of mine that looks like any other', async () => {
  const said = newUuid()
  const id = await keptEntryId(world.ana.keyring, said)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(await keptEntryId(world.ana.keyring, said)).toBe(id)
  expect(await keptEntryId(world.ana.keyring, newUuid())).not.toBe(id)
  expect(await keptEntryId(world.bo.keyring, said)).not.toBe(id)
})
