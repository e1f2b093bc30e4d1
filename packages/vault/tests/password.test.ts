import { describe, expect, test } from 'vitest'
import { createAccountWith, signInKeys } from '../src/account.ts'
import { type AccountKey, branded, equal, type RecoveryCode, type Stretched } from '../src/bytes.ts'
import { unlock } from '../src/index.ts'
import {
  authKeyOf,
  checkKdf,
  KDF_DEFAULT,
  kekOf,
  passwordSalt,
  passwordSeed,
  recoveryAuthKey,
  stretchPassword,
} from '../src/password.ts'
import { parseAccountKey } from '../src/secret-text.ts'
import { parseUuid } from '../src/uuid.ts'
import { refusal, refusalCode } from './support/refusal.ts'
import { seededRandom } from './support/seeded-random.ts'

const userId = parseUuid('0249df88-175f-47ff-9eef-a02cff069c7b')
const seed = passwordSeed(new Uint8Array(16).fill(1))

test('[KD1] two ways of typing the same letters sign in alike, and unlock', async () => {
  const created = await createAccountWith(seededRandom('kd1'), { password: 'ñandú ﬁn', name: 'Ana' })
  const signIn = await signInKeys('n\u0303andu\u0301 fin', created.registration)
  expect(equal(signIn.authKey, created.registration.authKey)).toBe(true)
  const { bundle } = created.registration
  const accountKey = parseAccountKey(created.accountKeyText)
  const keyring = await unlock({ bundle, signIn, accountKey, atLeastGeneration: 1 })
  expect(keyring.identity).toEqual(created.keyring.identity)
})

test('[KD1] empty, endless and malformed passwords are refused', async () => {
  const parameters = { userId, seed, kdf: KDF_DEFAULT }
  expect(await refusal(() => signInKeys('', parameters))).toBe('password_invalid')
  expect(await refusal(() => signInKeys('x'.repeat(1025), parameters))).toBe('password_invalid')
  expect(await refusalCode(() => signInKeys('\ud800', parameters))).toBe('encoding_invalid')
})

describe('the server does not choose how hard it is', () => {
  test.each([
    ['kdf_too_weak: memoryKib', { memoryKib: 65_535 }],
    ['kdf_too_weak: memoryKib', { memoryKib: 8 }],
    ['kdf_too_weak: iterations', { iterations: 2 }],
    ['kdf_too_weak: parallelism', { parallelism: 0 }],
    ['kdf_too_weak: memoryKib', { memoryKib: -65_536 }],
  ])('[KD2] %s %j', async (expected, change) => {
    const kdf = { ...KDF_DEFAULT, ...change }
    expect(await refusal(() => stretchPassword('correct horse', { userId, seed, kdf }))).toBe(expected)
    expect(await refusal(() => createAccountWith(seededRandom('kd2'), { password: 'x', name: 'Ana', kdf }))).toBe(
      expected,
    )
  })

  test.each([
    ['kdf_too_strong: memoryKib', { memoryKib: 8 * 1024 * 1024 }],
    ['kdf_too_strong: iterations', { iterations: 13 }],
    ['kdf_too_strong: parallelism', { parallelism: 5 }],
  ])('[KD3] %s %j', async (expected, change) => {
    const kdf = { ...KDF_DEFAULT, ...change }
    expect(await refusal(() => stretchPassword('correct horse', { userId, seed, kdf }))).toBe(expected)
  })

  test.each([
    ['kdf_unknown: version', { version: 0 }],
    ['kdf_unknown: version', { version: 2 }],
    ['kdf_unknown: memoryKib', { memoryKib: 65_536.5 }],
    ['kdf_unknown: iterations', { iterations: Number.NaN }],
    ['kdf_unknown: memoryKib', { memoryKib: Number.POSITIVE_INFINITY }],
    ['kdf_unknown: iterations', { iterations: '3' as unknown as number }],
  ])('[KD4] %s %j', async (expected, change) => {
    expect(await refusal(() => checkKdf({ ...KDF_DEFAULT, ...change }))).toBe(expected)
  })

  test('[KD2] the floor itself is accepted', () => {
    expect(() => checkKdf(KDF_DEFAULT)).not.toThrow()
  })
})

test('[KD5] keys for different purposes have nothing in common', async () => {
  const stretched = branded<Stretched>(new Uint8Array(32).fill(5), 32)
  const accountKey = branded<AccountKey>(new Uint8Array(16).fill(6), 16)
  const otherKey = branded<AccountKey>(new Uint8Array(16).fill(7), 16)
  const code = branded<RecoveryCode>(new Uint8Array(16).fill(6), 16)
  const keys = [
    await authKeyOf(stretched),
    await kekOf(stretched, accountKey),
    await kekOf(stretched, otherKey),
    await recoveryAuthKey(code),
    stretched,
  ]
  expect(new Set(keys.map(String)).size).toBe(keys.length)
})

test('[KD5] another seed or user id, another salt', async () => {
  const otherId = parseUuid('1249df88-175f-47ff-9eef-a02cff069c7b')
  const otherSeed = passwordSeed(new Uint8Array(16).fill(2))
  const salts = [
    await passwordSalt({ userId, seed }),
    await passwordSalt({ userId: otherId, seed }),
    await passwordSalt({ userId, seed: otherSeed }),
  ]
  expect(new Set(salts.map(String)).size).toBe(3)
})
