import { inspect } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Bytes, equal, toBase64url, utf8Encode } from '../src/bytes.ts'
import {
  createInvitation,
  newUuid,
  openPrivate,
  openShared,
  recordId,
  restoreAccountKeyFromDevice,
  restoreFromDevice,
  sealPrivate,
  sealShared,
  sign,
  startEpoch,
  unlockWithRecoveryCode,
  wrapAccountKeyForDevice,
  wrapForDevice,
} from '../src/index.ts'
import { secretsOf } from '../src/keyring.ts'
import { epochKeyOf } from '../src/partnership.ts'
import { parseAccountKey, parseRecoveryCode } from '../src/secret-text.ts'
import { type Couple, couple, flipped } from './support/couple.ts'
import { refusal } from './support/refusal.ts'

let world: Couple
let key: CryptoKey
let otherKey: CryptoKey

const generate = (extractable = false, algorithm: AesKeyGenParams = { name: 'AES-GCM', length: 256 }) =>
  crypto.subtle.generateKey(algorithm, extractable, ['encrypt', 'decrypt'])

beforeAll(async () => {
  world = await couple('keyring')
  key = await generate()
  otherKey = await generate()
})

test('[KR1] nothing shows a key', () => {
  const { keyring, signIn } = world.ana
  const secrets = secretsOf(keyring)
  const keys: Bytes[] = [
    secrets.root,
    secrets.vaultKey,
    secrets.signingSeed,
    secrets.encryptionSecret,
    epochKeyOf(world.anas),
    world.ana.stretched,
  ]
  for (const object of [keyring, signIn, world.anas]) {
    let clone = ''
    try {
      clone = inspect(structuredClone(object), { depth: null })
    } catch {
      // Refusing to be cloned shows nothing either.
    }
    const seen = [
      JSON.stringify(object),
      JSON.stringify({ ...object }),
      inspect(object, { depth: null, showHidden: true, maxArrayLength: null }),
      clone,
    ].join('\n')
    for (const secret of keys) {
      expect(seen).not.toContain(secret.join(', '))
      expect(seen).not.toContain(secret.join(','))
      expect(seen).not.toContain(secret.slice(0, 6).join(', '))
      expect(seen).not.toContain(toBase64url(secret))
    }
    expect(seen).not.toContain('Ana')
  }
  expect(Reflect.ownKeys(keyring)).toEqual([])
  expect(Reflect.ownKeys(world.anas)).toEqual([])
})

test('[KR2] a locked keyring does nothing, and its keys are overwritten', async () => {
  const { ana, bo, partnershipId } = await couple('lock')
  const keyring = ana.keyring
  const expected = { partnershipId, epoch: 1, role: 'inviter', partner: bo.keyring.identity } as const
  const { partnership } = await startEpoch(keyring, expected)
  const secrets = secretsOf(keyring)
  const place = { kind: 'page', entryId: newUuid(), entryVersion: 1, deviceId: newUuid(), deviceCounter: 1 } as const
  const shared = { ...place, kind: 'words', previousHash: 'first' } as const
  const sealed = await sealPrivate(keyring, place, new Uint8Array(1))
  const { bytes } = await sealShared(keyring, partnership, shared, new Uint8Array(1))
  keyring.lock()
  keyring.lock()
  expect(keyring.isLocked).toBe(true)
  for (const secret of [secrets.root, secrets.vaultKey, secrets.signingSeed, secrets.encryptionSecret]) {
    expect(secret.every((byte) => byte === 0)).toBe(true)
  }
  const attempts = [
    () => sealPrivate(keyring, place, new Uint8Array(1)),
    () => openPrivate(keyring, place, sealed),
    () => sealShared(keyring, partnership, shared, new Uint8Array(1)),
    () => createInvitation(keyring),
    () => startEpoch(keyring, expected),
    () => sign(keyring, utf8Encode('turnstone/v1/ready\0')),
    () => wrapForDevice(keyring, key),
    () => wrapAccountKeyForDevice(keyring, key),
  ]
  for (const attempt of attempts) expect(await refusal(attempt)).toBe('keyring_locked')
  partnership.lock()
  const reading = { ...shared, authorId: keyring.identity.userId }
  expect(await refusal(() => openShared(partnership, reading, bytes))).toBe('keyring_locked')
  expect(await refusal(() => recordId(partnership, newUuid()))).toBe('keyring_locked')
})

test('[KR2] locking in the middle of a seal never signs with an overwritten key', async () => {
  const { ana, anas, bos } = await couple('race')
  const place = {
    kind: 'words',
    entryId: newUuid(),
    entryVersion: 1,
    deviceId: newUuid(),
    deviceCounter: 1,
    previousHash: 'first',
  } as const
  const sealing = sealShared(ana.keyring, anas, place, utf8Encode('later'))
  ana.keyring.lock()
  expect(await refusal(() => sealing)).toBe('keyring_locked')
  expect(bos.epoch).toBe(1)
})

describe('the copy on the device', () => {
  test('[KR3] restores the same keyring', async () => {
    const { keyring } = world.ana
    const { userId } = keyring.identity
    const stored = await wrapForDevice(keyring, key)
    expect(stored.length).toBe(327)
    const restored = await restoreFromDevice(stored, key, userId)
    expect(restored.identity).toEqual(keyring.identity)
    expect(restored.generation).toBe(keyring.generation)
    for (const name of ['root', 'vaultKey', 'signingSeed', 'encryptionSecret', 'accountKey'] as const) {
      expect(secretsOf(restored)[name]).toEqual(secretsOf(keyring)[name])
    }
    expect(await refusal(() => restoreFromDevice(stored, otherKey, userId))).toBe('device_restore_failed: content')
    const stranger = world.bo.keyring.identity.userId
    expect(await refusal(() => restoreFromDevice(stored, key, stranger))).toBe('device_restore_failed: header')
    for (let bit = 0; bit < 8 * stored.length; bit += 5) {
      expect(await refusal(() => restoreFromDevice(flipped(stored, bit), key, userId))).toMatch(
        /^device_restore_failed/,
      )
    }
    for (const length of [0, 21, 22, 34, 50, 326]) {
      const attempt = () => restoreFromDevice(stored.slice(0, length), key, userId)
      expect(await refusal(attempt)).toBe('device_restore_failed: length')
    }
  })

  test('[KR4] only under a key that cannot be read out', async () => {
    const { keyring } = world.ana
    const unsuitable = [
      await generate(true),
      await generate(false, { name: 'AES-GCM', length: 128 }),
      await generate(false, { name: 'AES-CBC', length: 256 }),
      await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']),
    ]
    for (const bad of unsuitable) {
      expect(await refusal(() => wrapForDevice(keyring, bad))).toBe('device_key_unsuitable')
      const attempt = () => restoreFromDevice(new Uint8Array(327), bad, keyring.identity.userId)
      expect(await refusal(attempt)).toBe('device_key_unsuitable')
    }
  })

  test('[KR5] the account key alone, kept through a lock', async () => {
    const { keyring, accountKeyText, recoveryCodeText, registration } = world.bo
    const { userId } = keyring.identity
    const stored = await wrapAccountKeyForDevice(keyring, key)
    expect(stored.length).toBe(66)
    expect(equal(await restoreAccountKeyFromDevice(stored, key, userId), parseAccountKey(accountKeyText))).toBe(true)
    expect(await refusal(() => restoreFromDevice(stored, key, userId))).toBe('device_restore_failed: length')
    const whole = await wrapForDevice(keyring, key)
    expect(await refusal(() => restoreAccountKeyFromDevice(whole, key, userId))).toBe('device_restore_failed: length')
    const recoveryCode = parseRecoveryCode(recoveryCodeText)
    const recovered = await unlockWithRecoveryCode({
      bundle: registration.bundle,
      userId,
      recoveryCode,
      atLeastGeneration: 0,
    })
    expect(await refusal(() => wrapAccountKeyForDevice(recovered, key))).toBe('argument_invalid: accountKey')
    const restored = await restoreFromDevice(await wrapForDevice(recovered, key), key, userId)
    expect(secretsOf(restored).accountKey).toBeUndefined()
  })
})
