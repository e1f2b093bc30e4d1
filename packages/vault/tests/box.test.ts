import { x25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BOX_OVERHEAD_BYTES, openBox, sealBox } from '../src/box.ts'
import { type Bytes, branded, concat, type EncryptionSecret, equal, type RootKey, type VaultKey } from '../src/bytes.ts'
import { LABEL } from '../src/labels.ts'
import { systemRandom } from '../src/random.ts'
import { encryptionPublicKey, encryptionPublicKeyOf, unwrapWith, wrapTo } from '../src/wrap.ts'
import { boxWithForeignCommitment, flipped } from './support/couple.ts'
import { refusal, refusalCode } from './support/refusal.ts'

const key = branded<RootKey>(new Uint8Array(32).fill(1), 32)
const header: Bytes = new Uint8Array([1, 2, 3])
const content: Bytes = new Uint8Array(40).fill(4)

test('[BX1] salt, commitment, ciphertext, tag: 80 bytes more than the content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 20 }), async (plain, about) => {
      const box = await sealBox(systemRandom, key, LABEL.account, concat(about), concat(plain))
      expect(box.length).toBe(plain.length + BOX_OVERHEAD_BYTES)
      expect(equal(await openBox(key, LABEL.account, concat(about), box, 'envelope_tampered'), plain)).toBe(true)
    }),
  )
})

describe('[BX2] one key, one label, one header', () => {
  test('[BX2] a valid tag under a wrong commitment does not open', async () => {
    const box = await boxWithForeignCommitment(key, LABEL.account, header, content)
    const attempt = () => openBox(key, LABEL.account, header, box, 'account_tampered')
    expect(await refusal(attempt)).toBe('account_tampered: commitment')
  })

  test('[BX2] another key, label or header', async () => {
    const box = await sealBox(systemRandom, key, LABEL.account, header, content)
    const other = branded<VaultKey>(new Uint8Array(32).fill(2), 32)
    const attempts = [
      () => openBox(other, LABEL.account, header, box, 'account_tampered'),
      () => openBox(key, LABEL.epoch, header, box, 'account_tampered'),
      () => openBox(key, LABEL.account, concat(header, header), box, 'account_tampered'),
    ]
    for (const attempt of attempts) expect(await refusal(attempt)).toBe('account_tampered: commitment')
  })

  test('[BX2] any bit, any length', async () => {
    const box = await sealBox(systemRandom, key, LABEL.account, header, content)
    for (let bit = 0; bit < 8 * box.length; bit += 3) {
      const attempt = () => openBox(key, LABEL.account, header, flipped(box, bit), 'account_tampered')
      expect(await refusalCode(attempt)).toBe('account_tampered')
    }
    for (let length = 0; length < box.length; length += 1) {
      const attempt = () => openBox(key, LABEL.account, header, box.slice(0, length), 'account_tampered')
      expect(await refusalCode(attempt)).toBe('account_tampered')
    }
  })
})

describe('[BX3] X25519', () => {
  const littleEndian = (value: bigint) =>
    Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n))
  const p = 2n ** 255n - 19n

  test.each([0n, 1n, p - 1n, p, p + 1n, p + 9n, 2n ** 255n - 1n, 9n + 2n ** 255n])(
    '[BX3] refuses u = %s',
    async (u) => {
      expect(await refusal(() => encryptionPublicKey(littleEndian(u)))).toBe('identity_invalid: encryptionKey')
    },
  )

  test('[BX3] refuses the other small orders, accepts honest keys', async () => {
    for (const u of [
      325606250916557431795983626356110631294008115727848805560023387167927233504n,
      39382357235489614581723060781553021112529911719440698176882885853963445705823n,
    ]) {
      expect(await refusalCode(() => encryptionPublicKey(littleEndian(u)))).toBe('identity_invalid')
    }
    const honest = x25519.keygen().publicKey
    expect(equal(encryptionPublicKey(honest), honest)).toBe(true)
    expect(await refusalCode(() => encryptionPublicKey(honest.slice(1)))).toBe('identity_invalid')
  })

  test('[BX3] a wrap opens for its recipient only, and no bit of it may change', async () => {
    const secret = branded<EncryptionSecret>(new Uint8Array(32).fill(3), 32)
    const stranger = branded<EncryptionSecret>(new Uint8Array(32).fill(4), 32)
    const wrapped = await wrapTo(systemRandom, encryptionPublicKeyOf(secret), LABEL.epochWrap, header, key)
    expect(equal(await unwrapWith(secret, LABEL.epochWrap, header, wrapped, 'epoch_tampered'), key)).toBe(true)
    const attempt = () => unwrapWith(stranger, LABEL.epochWrap, header, wrapped, 'epoch_tampered')
    expect(await refusalCode(attempt)).toBe('epoch_tampered')
    for (let bit = 0; bit < 8 * wrapped.length; bit += 23) {
      const changed = () => unwrapWith(secret, LABEL.epochWrap, header, flipped(wrapped, bit), 'epoch_tampered')
      expect(await refusalCode(changed)).toBe('epoch_tampered')
    }
  })
})
