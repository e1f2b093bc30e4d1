import { beforeAll, describe, expect, test } from 'vitest'
import { signInKeysOf } from '../src/account.ts'
import { sealAccount } from '../src/account-bundle.ts'
import { type AccountKey, type Bytes, branded, concat, equal, type Stretched, uint8, uint32 } from '../src/bytes.ts'
import {
  changeAccount,
  KDF_DEFAULT,
  type Keyring,
  newPassword,
  recoveryAuthKey,
  signInKeys,
  unlock,
  unlockWithRecoveryCode,
} from '../src/index.ts'
import { secretsOf } from '../src/keyring.ts'
import { LABEL } from '../src/labels.ts'
import { systemRandom } from '../src/random.ts'
import { parseAccountKey, parseRecoveryCode } from '../src/secret-text.ts'
import { signAs } from '../src/signing.ts'
import { makeSlot, recoverySlotSecret, SLOT_BYTES } from '../src/slots.ts'
import { type Couple, couple, flipped, patched } from './support/couple.ts'
import { refusal } from './support/refusal.ts'

const SLOTS_AT = 91

let world: Couple
let ana: Couple['ana']
let bundle: Bytes

beforeAll(async () => {
  world = await couple('account change')
  ana = world.ana
  bundle = ana.registration.bundle
})

/** Another password of Ana's, without the half second of stretching. */
const otherPassword = (fill = 5) =>
  signInKeysOf(ana.registration.userId, branded<Stretched>(new Uint8Array(32).fill(fill), 32))

type Change = Parameters<typeof changeAccount>[0]
const change = async (of: Partial<Change> = {}) =>
  changeAccount({
    keyring: ana.keyring,
    bundle,
    atLeastGeneration: 1,
    signIn: await otherPassword(),
    sheet: 'keep',
    passkeys: [],
    ...of,
  })

const anasKey = () => parseAccountKey(ana.accountKeyText)

function withPassword(of: Bytes, signIn: Change['signIn'], accountKey: AccountKey = anasKey(), seen = 0) {
  return unlock({ bundle: of, signIn, accountKey, atLeastGeneration: seen })
}

function withCode(of: Bytes, text = ana.recoveryCodeText, seen = 0) {
  const { userId } = ana.registration
  return unlockWithRecoveryCode({
    bundle: of,
    userId,
    recoveryCode: parseRecoveryCode(text),
    atLeastGeneration: seen,
  })
}

function isSameAccount(one: Keyring, other: Keyring): boolean {
  const keys = ['vaultKey', 'signingSeed', 'encryptionSecret'] as const
  return keys.every((key) => equal(secretsOf(one)[key], secretsOf(other)[key])) && one.identity.name === 'Ana'
}

const slotBytes = (of: Bytes, index: number) =>
  of.slice(SLOTS_AT + index * SLOT_BYTES, SLOTS_AT + (index + 1) * SLOT_BYTES)

const withSlots = (...slots: Bytes[]) =>
  concat(bundle.slice(0, SLOTS_AT - 1), uint8(slots.length), ...slots, bundle.slice(SLOTS_AT + 2 * SLOT_BYTES))

describe('[CH1] nothing of the server’s gets into the next bundle', () => {
  test('[CH1] slots added, dropped, changed or brought from elsewhere', async () => {
    const [first, second] = [slotBytes(bundle, 0), slotBytes(bundle, 1)]
    const evil = slotBytes(world.eve.registration.bundle, 0)
    expect(await refusal(() => change({ bundle: withSlots(first, second) }))).toBe('opened')
    for (const slots of [[first, second, evil], [first], [second, first], [first, evil], [first, flipped(second, 9)]]) {
      expect(await refusal(() => change({ bundle: withSlots(...slots) }))).toBe('account_tampered: signature')
    }
  })

  test('[CH1] a bundle of another account, or of the server’s own making', async () => {
    const eves = world.eve.registration.bundle
    expect(await refusal(() => change({ bundle: eves }))).toBe('account_tampered: identity')
    const renamed = patched(patched(eves, 6, bundle.slice(6, 22)), 26, bundle.slice(26, 90))
    expect(await refusal(() => change({ bundle: renamed }))).toBe('account_tampered: signature')
    const { root, vaultKey, signingSeed, encryptionSecret } = secretsOf(world.eve.keyring)
    const keys = { root, vaultKey, signingSeed, encryptionSecret }
    const forged = await sealAccount(systemRandom, keys, ana.keyring.identity, 1, [slotBytes(bundle, 0)])
    expect(await refusal(() => change({ bundle: forged }))).toBe('account_tampered: signature')
  })

  test('[CH1] an older bundle, whose ways in were closed since', async () => {
    const renewed = await change({ sheet: 'new' })
    expect(await refusal(() => change({ keyring: renewed.keyring }))).toBe('account_outdated')
    expect(await refusal(() => change({ atLeastGeneration: 2 }))).toBe('account_outdated')
    const raised = patched(bundle, 22, uint32(2))
    expect(await refusal(() => change({ bundle: raised, atLeastGeneration: 2 }))).toBe('account_tampered: signature')
  })

  test('[CH1] nothing is signed for somebody else’s password', async () => {
    expect(await refusal(() => change({ signIn: world.bo.signIn }))).toBe('argument_invalid: signIn')
  })
})

describe('[CH2] a change is a new generation around a new root', () => {
  test('[CH2] all other ways in stay, those of tomorrow too', async () => {
    const unknown = patched(slotBytes(bundle, 1), 0, uint8(9))
    const rest = bundle.slice(SLOTS_AT, -64)
    const body = concat(bundle.slice(0, SLOTS_AT - 1), uint8(3), unknown, rest)
    const withUnknown = concat(body, signAs(secretsOf(ana.keyring).signingSeed, LABEL.account, body))
    const changed = await change({ bundle: withUnknown })
    expect(changed.keyring.generation).toBe(2)
    expect(changed.bundle.length).toBe(withUnknown.length)
    const kept = slotBytes(changed.bundle, 1)
    expect(kept.slice(0, 81)).toEqual(unknown.slice(0, 81))
    expect(kept.slice(81)).not.toEqual(unknown.slice(81))
    expect(equal(secretsOf(changed.keyring).root, secretsOf(ana.keyring).root)).toBe(false)
    expect(isSameAccount(changed.keyring, ana.keyring)).toBe(true)
    expect(isSameAccount(await withCode(changed.bundle), ana.keyring)).toBe(true)
  })

  test('[CH2] a slot of the bundle before opens nothing of the next', async () => {
    const changed = await change({ sheet: 'new' })
    const { root, ...keys } = secretsOf(changed.keyring)
    const brought = await sealAccount(systemRandom, { root, ...keys }, ana.keyring.identity, 2, [slotBytes(bundle, 1)])
    expect(await refusal(() => withCode(brought))).toBe('account_tampered: commitment')
  })

  test('[CH2] sixteen ways in are the most', async () => {
    const secret = await recoverySlotSecret(parseRecoveryCode(ana.recoveryCodeText))
    const { root, vaultKey, signingSeed, encryptionSecret } = secretsOf(ana.keyring)
    const keys = { root, vaultKey, signingSeed, encryptionSecret }
    const slots: Bytes[] = []
    for (let kind = 10; kind < 26; kind += 1) {
      slots.push(patched(await makeSlot(systemRandom, secret, ana.keyring.identity, root), 0, uint8(kind)))
    }
    const full = await sealAccount(systemRandom, keys, ana.keyring.identity, 1, slots)
    expect(await refusal(() => change({ bundle: full }))).toBe('too_large: slots')
  })
})

describe('[CH3] another password', () => {
  test('[CH3] opens with the same account key; the password before does not', async () => {
    const signIn = await otherPassword()
    const changed = await change({ signIn })
    expect(changed.newSheet).toBeUndefined()
    expect(isSameAccount(await withPassword(changed.bundle, signIn), ana.keyring)).toBe(true)
    expect(await refusal(() => withPassword(changed.bundle, ana.signIn))).toBe('unlock_failed')
    expect(isSameAccount(await withCode(changed.bundle), ana.keyring)).toBe(true)
  })

  test('[CH3] is stretched with a fresh seed and with what this client uses', async () => {
    const { userId } = ana.registration
    const [one, other] = [await newPassword(userId, 'tea at four'), await newPassword(userId, 'tea at four')]
    expect(one.kdf).toEqual(KDF_DEFAULT)
    expect(equal(one.seed, other.seed)).toBe(false)
    expect(equal(one.signIn.authKey, other.signIn.authKey)).toBe(false)
    const again = await signInKeys('tea at four', { userId, seed: one.seed, kdf: one.kdf })
    const changed = await change({ signIn: one.signIn })
    expect(isSameAccount(await withPassword(changed.bundle, again), ana.keyring)).toBe(true)
    expect(await refusal(() => newPassword(userId, ''))).toBe('password_invalid')
  })

  test('[CH3] needs the account key, or a new sheet', async () => {
    const opened = await withCode(bundle)
    expect(await refusal(() => change({ keyring: opened }))).toBe('argument_invalid: accountKey')
    expect(await refusal(() => change({ keyring: opened, sheet: 'new' }))).toBe('opened')
  })
})

test('[CH4] a new sheet: the old one opens nothing more', async () => {
  const changed = await change({ signIn: ana.signIn, sheet: 'new' })
  const { newSheet } = changed
  if (!newSheet) throw new Error('a sheet was asked for')
  expect(isSameAccount(await withCode(changed.bundle, newSheet.recoveryCodeText), ana.keyring)).toBe(true)
  const byKey = await withPassword(changed.bundle, ana.signIn, parseAccountKey(newSheet.accountKeyText))
  expect(isSameAccount(byKey, ana.keyring)).toBe(true)
  expect(
    equal(secretsOf(changed.keyring).accountKey ?? new Uint8Array(), parseAccountKey(newSheet.accountKeyText)),
  ).toBe(true)
  expect(equal(newSheet.recoveryAuthKey, await recoveryAuthKey(parseRecoveryCode(newSheet.recoveryCodeText)))).toBe(
    true,
  )
  expect(await refusal(() => withCode(changed.bundle))).toBe('unlock_failed')
  expect(await refusal(() => withPassword(changed.bundle, ana.signIn))).toBe('unlock_failed')
})

test('[CH5] recovery: the code alone leads to a new password and a new sheet of the same account', async () => {
  const opened = await withCode(bundle)
  const signIn = await otherPassword(6)
  const { bundle: next, newSheet } = await change({ keyring: opened, signIn, sheet: 'new' })
  const accountKey = parseAccountKey(newSheet?.accountKeyText ?? '')
  expect(isSameAccount(await withPassword(next, signIn, accountKey), ana.keyring)).toBe(true)
  expect(await refusal(() => withCode(next))).toBe('unlock_failed')
  // The server answers with the bundle from before the recovery.
  expect(await refusal(() => withCode(bundle, newSheet?.recoveryCodeText))).toBe('unlock_failed')
  expect(await refusal(() => withPassword(bundle, signIn, accountKey))).toBe('unlock_failed')
  expect(await refusal(() => withCode(bundle, ana.recoveryCodeText, 2))).toBe('account_outdated')
})

describe('[CH6] before it is committed a change is nothing', () => {
  test('[CH6] the old keyring and the old bundle work on; locking one keyring leaves the other', async () => {
    const opened = await withCode(bundle)
    const changed = await change({ keyring: opened, sheet: 'new' })
    opened.lock()
    expect(isSameAccount(changed.keyring, ana.keyring)).toBe(true)
    expect(await refusal(() => withPassword(bundle, ana.signIn))).toBe('opened')
    changed.keyring.lock()
    expect(await refusal(() => change())).toBe('opened')
  })

  test('[CH6] a lock in the middle cannot seal erased keys', async () => {
    const opened = await withPassword(bundle, ana.signIn)
    const changing = change({ keyring: opened })
    await Promise.resolve()
    opened.lock()
    const outcome = await refusal(async () => {
      const { keyring } = await changing
      expect(isSameAccount(keyring, ana.keyring)).toBe(true)
      expect(equal(secretsOf(keyring).accountKey ?? new Uint8Array(), anasKey())).toBe(true)
    })
    expect(outcome).toMatch(/^(opened|keyring_locked)$/)
  })
})
