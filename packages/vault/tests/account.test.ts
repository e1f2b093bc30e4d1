import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { signInKeysOf } from '../src/account.ts'
import { identityOf, sealAccount } from '../src/account-bundle.ts'
import { type AccountKey, type Bytes, branded, concat, equal, type RecoveryCode, uint8, uint32 } from '../src/bytes.ts'
import { checkName } from '../src/identity.ts'
import { unlock, unlockWithRecoveryCode } from '../src/index.ts'
import { secretsOf } from '../src/keyring.ts'
import { LABEL } from '../src/labels.ts'
import { systemRandom } from '../src/random.ts'
import { parseAccountKey, parseRecoveryCode } from '../src/secret-text.ts'
import { signAs } from '../src/signing.ts'
import { decodeSlot, makeSlot, recoverySlotSecret, rewrapSlot, SLOT_BYTES, type Slot } from '../src/slots.ts'
import { uuidToBytes } from '../src/uuid.ts'
import { wrapTo } from '../src/wrap.ts'
import { type Couple, couple, flipped, type Person, patched, person } from './support/couple.ts'
import { refusal, refusalCode } from './support/refusal.ts'
import { seededRandom } from './support/seeded-random.ts'

const SLOTS_AT = 91

let world: Couple
let ana: Person
let bundle: Bytes

beforeAll(async () => {
  world = await couple('account')
  ana = world.ana
  bundle = ana.registration.bundle
})

function open(bytes: Uint8Array, atLeastGeneration = 0) {
  return unlock({
    bundle: bytes,
    signIn: ana.signIn,
    accountKey: parseAccountKey(ana.accountKeyText),
    atLeastGeneration,
  })
}

function recover(bytes: Uint8Array) {
  const { userId } = ana.registration
  const recoveryCode = parseRecoveryCode(ana.recoveryCodeText)
  return unlockWithRecoveryCode({ bundle: bytes, userId, recoveryCode, atLeastGeneration: 0 })
}

function slotBytes(bytes: Bytes, index: number): Bytes {
  return bytes.slice(SLOTS_AT + index * SLOT_BYTES, SLOTS_AT + (index + 1) * SLOT_BYTES)
}

test('[SL1] both ways in lead to the same account', async () => {
  const byPassword = await open(bundle)
  const byCode = await recover(bundle)
  for (const keyring of [byPassword, byCode]) {
    expect(keyring.identity).toEqual(ana.keyring.identity)
    expect(keyring.generation).toBe(1)
    for (const name of ['root', 'vaultKey', 'signingSeed', 'encryptionSecret'] as const) {
      expect(equal(secretsOf(keyring)[name], secretsOf(ana.keyring)[name])).toBe(true)
    }
  }
  expect(secretsOf(byCode).accountKey).toBeUndefined()
})

test('[SL2] neither secret alone, nor a wrong one', async () => {
  const zeros = branded<AccountKey>(new Uint8Array(16), 16)
  const wrongKey = { bundle, signIn: ana.signIn, accountKey: zeros, atLeastGeneration: 0 }
  expect(await refusal(() => unlock(wrongKey))).toBe('unlock_failed')
  const accountKey = parseAccountKey(ana.accountKeyText)
  const other = await person(seededRandom('sl2'), 'Ana')
  const wrongPassword = await signInKeysOf(ana.registration.userId, other.stretched)
  const attempt = () => unlock({ bundle, signIn: wrongPassword, accountKey, atLeastGeneration: 0 })
  expect(await refusal(attempt)).toBe('unlock_failed')
  const recoveryCode = branded<RecoveryCode>(accountKey, 16)
  const { userId } = ana.registration
  const byKey = () => unlockWithRecoveryCode({ bundle, userId, recoveryCode, atLeastGeneration: 0 })
  expect(await refusal(byKey)).toBe('unlock_failed')
})

describe('[SL3] the slot list is whole', () => {
  const rebuilt = (slots: Bytes[]) =>
    concat(bundle.slice(0, SLOTS_AT - 1), uint8(slots.length), ...slots, bundle.slice(SLOTS_AT + 2 * SLOT_BYTES))

  test('[SL3] added, dropped, reordered', async () => {
    const [first, second] = [slotBytes(bundle, 0), slotBytes(bundle, 1)]
    const evil = slotBytes(world.eve.registration.bundle, 0)
    expect(await refusal(() => open(rebuilt([first, second])))).toBe('opened')
    for (const slots of [[first, second, evil], [first], [second, first], [first, evil], [first, first]]) {
      expect(await refusal(() => open(rebuilt(slots)))).toBe('account_tampered: signature')
    }
    expect(await refusal(() => open(rebuilt([second])))).toBe('unlock_failed')
  })

  test('[SL3] a slot of another generation of the same account', async () => {
    const { root, vaultKey, signingSeed, encryptionSecret } = secretsOf(ana.keyring)
    const keys = { root, vaultKey, signingSeed, encryptionSecret }
    const next = await sealAccount(systemRandom, keys, ana.keyring.identity, 2, [slotBytes(bundle, 0)])
    const brought = concat(
      next.slice(0, 90),
      uint8(2),
      slotBytes(next, 0),
      slotBytes(bundle, 1),
      next.slice(SLOTS_AT + SLOT_BYTES),
    )
    expect(await refusal(() => open(next))).toBe('opened')
    expect(await refusal(() => recover(next))).toBe('unlock_failed')
    expect(await refusal(() => recover(brought))).toBe('account_tampered: signature')
  })

  test('[SL3] another account altogether', async () => {
    expect(await refusal(() => open(world.bo.registration.bundle))).toBe('account_tampered: userId')
    const renamed = patched(world.bo.registration.bundle, 6, uuidToBytes(ana.registration.userId))
    expect(await refusal(() => open(renamed))).toBe('unlock_failed')
  })
})

describe('[SL4] a root the server made itself', () => {
  test('[SL4] wrapped to the true recipients, in a bundle that is consistent in itself', async () => {
    const { userId } = ana.registration
    const keys = {
      root: branded(new Uint8Array(32).fill(1), 32),
      signingSeed: branded(new Uint8Array(32).fill(2), 32),
      encryptionSecret: branded(new Uint8Array(32).fill(3), 32),
      vaultKey: branded(new Uint8Array(32).fill(4), 32),
    } as unknown as Parameters<typeof sealAccount>[1]
    const identity = identityOf(userId, 'Ana', keys)
    const slots: Bytes[] = []
    for (const index of [0, 1]) {
      slots.push(await rewrapSlot(systemRandom, slotBytes(bundle, index), userId, keys.root))
    }
    const forged = await sealAccount(systemRandom, keys, identity, 1, slots)
    expect(await refusal(() => open(forged))).toBe('account_tampered: anchor')
    expect(await refusal(() => recover(forged))).toBe('account_tampered: anchor')
  })

  test('[SL4] the true identity named, the true anchor kept, signed by nobody', async () => {
    const slot = decodeSlot(slotBytes(bundle, 0)) as Slot
    const root = new Uint8Array(32).fill(1)
    const header = concat(uint8(1), slot.id, uuidToBytes(ana.registration.userId))
    const wrapped = await wrapTo(systemRandom, slot.recipient, LABEL.slotWrap, header, root)
    const forged = patched(bundle, SLOTS_AT + SLOT_BYTES - wrapped.length, wrapped)
    expect(await refusal(() => open(forged))).toBe('account_tampered: signature')
  })
})

test('[SL4] public keys that do not belong to the sealed secrets', async () => {
  const { root, vaultKey, signingSeed, encryptionSecret } = secretsOf(ana.keyring)
  const keys = { root, vaultKey, signingSeed, encryptionSecret }
  const { encryptionKey } = world.eve.keyring.identity
  const mixed = { ...ana.keyring.identity, encryptionKey }
  const secret = await recoverySlotSecret(parseRecoveryCode(ana.recoveryCodeText))
  const sealed = async (identity: typeof mixed) =>
    sealAccount(systemRandom, keys, identity, 1, [await makeSlot(systemRandom, secret, identity, root)])
  expect(await refusal(async () => recover(await sealed(ana.keyring.identity)))).toBe('opened')
  expect(await refusal(async () => recover(await sealed(mixed)))).toBe('account_tampered: identity')
})

test('[SL5] an older generation than this device has seen', async () => {
  expect(await refusal(() => open(bundle, 1))).toBe('opened')
  expect(await refusal(() => open(bundle, 2))).toBe('account_outdated')
  expect(await refusalCode(() => open(patched(bundle, 22, uint32(7)), 2))).toBe('account_tampered')
})

describe('[SL6] nothing in it may change', () => {
  test('[SL6] any bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * 909 - 1), async (bit) => {
        expect(await refusalCode(() => open(flipped(bundle, bit)))).toMatch(
          /^(account_tampered|unlock_failed|version_unsupported)$/,
        )
      }),
      { numRuns: 100 },
    )
  })

  test('[SL6] any length', async () => {
    const lengths = [0, 1, 4, 90, 91, SLOTS_AT + SLOT_BYTES, bundle.length - SLOT_BYTES, bundle.length - 1]
    for (const length of lengths) {
      expect(await refusalCode(() => open(bundle.slice(0, length)))).toBe('account_tampered')
    }
    expect(await refusalCode(() => open(concat(bundle, new Uint8Array(1))))).toBe('account_tampered')
    expect(await refusalCode(() => open(concat(bundle, new Uint8Array(SLOT_BYTES))))).toBe('account_tampered')
  })

  test('[SL6] versions and suites of another day', async () => {
    expect(await refusal(() => open(patched(bundle, 4, uint8(0))))).toBe('version_unsupported: version')
    expect(await refusal(() => open(patched(bundle, 5, uint8(2))))).toBe('version_unsupported: suite')
  })
})

describe('[SL7] a slot kind of tomorrow', () => {
  /** The bundle with one more slot in front, signed again by Ana. */
  function withFirst(slot: Bytes): Bytes {
    const rest = bundle.slice(SLOTS_AT, -64)
    const body = concat(bundle.slice(0, SLOTS_AT - 1), uint8(3), slot, rest)
    return concat(body, signAs(secretsOf(ana.keyring).signingSeed, LABEL.account, body))
  }

  test('[SL7] is skipped, not refused and not used', async () => {
    const unknown = patched(slotBytes(bundle, 0), 0, uint8(9))
    const brokenAnchor = flipped(unknown, 8 * 49)
    for (const slot of [unknown, brokenAnchor]) {
      expect(await refusal(() => open(withFirst(slot)))).toBe('opened')
    }
    expect(await refusal(() => open(withFirst(patched(brokenAnchor, 0, uint8(1)))))).toBe('account_tampered: anchor')
  })

  test('[SL7] stays covered by the signature', async () => {
    const signed = withFirst(patched(slotBytes(bundle, 1), 0, uint8(9)))
    expect(await refusal(() => open(flipped(signed, 8 * (SLOTS_AT + 100))))).toBe('account_tampered: signature')
  })
})

test('[SL8] names', async () => {
  expect(checkName('  Jose\u0301 ')).toBe('José')
  for (const bad of ['', ' ', 'a\nb', 'a\u202eb', 'a\u2028b', 'x'.repeat(128), 'ñ'.repeat(64), '\ud800', 'a\u0000']) {
    expect(await refusal(() => checkName(bad))).toBe('name_invalid')
  }
  const long = await person(seededRandom('sl8'), 'x'.repeat(127))
  expect(long.registration.bundle.length).toBe(bundle.length)
})
