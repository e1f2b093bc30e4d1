import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { branded, concat, type Signature, type SigningPublicKey, utf8Encode } from '../src/bytes.ts'
import { sign, verify } from '../src/index.ts'
import { secretsOf } from '../src/keyring.ts'
import { LABEL } from '../src/labels.ts'
import { signatureHolds, signingPublicKey } from '../src/signing.ts'
import { type Couple, couple, flipped, patched } from './support/couple.ts'
import { refusal } from './support/refusal.ts'

let world: Couple
let key: SigningPublicKey
const statement = utf8Encode('turnstone/v1/ready\0partnership check-in 7')
let signature: Signature

beforeAll(async () => {
  world = await couple('statements')
  key = world.ana.keyring.identity.signingKey
  signature = sign(world.ana.keyring, statement)
})

describe('[SG1] a statement says what it is', () => {
  test.each(['turnstone/v1/ready\0', 'turnstone/v1/agreement-words\0x', 'turnstone/v9999/a1-b2\0'])(
    '[SG1] %j',
    async (text) => {
      const bytes = utf8Encode(text)
      expect(await refusal(() => verify(key, bytes, sign(world.ana.keyring, bytes)))).toBe('opened')
    },
  )

  test.each([
    '',
    'ready',
    'turnstone/v1/ready',
    'turnstone/v0/ready\0',
    'turnstone/v1/Ready\0',
    'turnstone/v1/\0',
    'turnstone/v1/a--b\0',
    ' turnstone/v1/ready\0',
    `turnstone/v1/${'a'.repeat(60)}\0`,
    'turnstone/v1/ready/x\0',
  ])('[SG1] refuses %j', async (text) => {
    expect(await refusal(() => sign(world.ana.keyring, utf8Encode(text)))).toBe('context_invalid')
    expect(await refusal(() => verify(key, utf8Encode(text), signature))).toBe('context_invalid')
  })

  test('[SG1] no more than 65,536 bytes', async () => {
    const long = concat(utf8Encode('turnstone/v1/ready\0'), new Uint8Array(65_536))
    expect(await refusal(() => sign(world.ana.keyring, long.slice(0, 65_536)))).toBe('opened')
    expect(await refusal(() => sign(world.ana.keyring, long))).toBe('too_large: statement')
  })
})

test('[SG2] the vault does not sign for others what it signs itself', async () => {
  for (const label of [...Object.values(LABEL), 'turnstone/vault/', 'turnstone/vault/v2/anything']) {
    const bytes = utf8Encode(`${label}\0`)
    expect(await refusal(() => sign(world.ana.keyring, bytes))).toBe('context_reserved')
    expect(await refusal(() => verify(key, bytes, signature))).toBe('context_reserved')
  }
})

describe('[SG3] verification is strict', () => {
  test('[SG3] any bit of statement, signature or key', async () => {
    expect(await refusal(() => verify(key, statement, signature))).toBe('opened')
    await fc.assert(
      fc.asyncProperty(fc.nat(511), async (bit) => {
        expect(await refusal(() => verify(key, statement, flipped(signature, bit)))).toBe('signature_invalid')
        const otherKey = flipped(key, bit % 256) as SigningPublicKey
        expect(await refusal(() => verify(otherKey, statement, signature))).toBe('signature_invalid')
      }),
    )
    for (let bit = 8 * 19; bit < 8 * statement.length; bit += 7) {
      expect(await refusal(() => verify(key, flipped(statement, bit), signature))).toBe('signature_invalid')
    }
    for (const bad of [signature.slice(1), concat(signature, new Uint8Array(1)), new Uint8Array(0)]) {
      expect(await refusal(() => verify(key, statement, bad))).toBe('signature_invalid')
    }
    const bos = world.bo.keyring.identity.signingKey
    expect(await refusal(() => verify(bos, statement, signature))).toBe('signature_invalid')
  })

  test('[SG3] s + L', () => {
    const order = ed25519.Point.Fn.ORDER
    const s = signature.slice(32).reduceRight((total, byte) => (total << 8n) | BigInt(byte), 0n) + order
    const malleated = patched(
      signature,
      32,
      Uint8Array.from({ length: 32 }, (_, i) => Number((s >> BigInt(8 * i)) & 255n)),
    )
    expect(signatureHolds(key, statement, malleated)).toBe(false)
  })

  test('[SG3] small-order keys and R, for which anything verifies', async () => {
    for (const point of ED25519_TORSION_SUBGROUP) {
      const small = Uint8Array.from(point.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))
      expect(await refusal(() => signingPublicKey(small))).toBe('identity_invalid: signingKey')
      expect(signatureHolds(small, statement, concat(small, new Uint8Array(32)))).toBe(false)
      expect(signatureHolds(key, statement, concat(small, signature.slice(32)))).toBe(false)
    }
    const zero = concat(ed25519.Point.ZERO.toBytes(), new Uint8Array(32))
    expect(signatureHolds(ed25519.Point.ZERO.toBytes(), statement, zero)).toBe(false)
  })

  test('[SG3] R of small order, from a signer who computed the rest rightly', () => {
    const { scalar } = ed25519.utils.getExtendedPublicKey(secretsOf(world.ana.keyring).signingSeed)
    const R = ed25519.Point.ZERO.toBytes()
    const littleEndian = (bytes: Uint8Array) => bytes.reduceRight((total, byte) => (total << 8n) | BigInt(byte), 0n)
    const order = ed25519.Point.Fn.ORDER
    const s = (littleEndian(sha512(concat(R, key, statement))) * scalar) % order
    const crafted = concat(
      R,
      Uint8Array.from({ length: 32 }, (_, i) => Number((s >> BigInt(8 * i)) & 255n)),
    )
    expect(ed25519.verify(crafted, statement, key, { zip215: false })).toBe(true)
    expect(signatureHolds(key, statement, crafted)).toBe(false)
  })

  test('[SG3] mixed-order and non-canonical keys', async () => {
    const torsion = ed25519.Point.fromHex(ED25519_TORSION_SUBGROUP[1] ?? '')
    const mixed = ed25519.Point.fromBytes(key).add(torsion).toBytes()
    expect(await refusal(() => signingPublicKey(mixed))).toBe('identity_invalid: signingKey')
    const aboveP = new Uint8Array(32).fill(255)
    aboveP[0] = 0xf0
    aboveP[31] = 0x7f
    expect(await refusal(() => signingPublicKey(aboveP))).toBe('identity_invalid: signingKey')
    expect(await refusal(() => signingPublicKey(branded(key, 32)))).toBe('opened')
  })
})
