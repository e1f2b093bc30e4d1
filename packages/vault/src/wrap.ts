import { x25519 } from '@noble/curves/ed25519.js'
import { BOX_OVERHEAD_BYTES, openBox, sealBox } from './box.ts'
import { type Bytes, branded, concat, type EncryptionPublicKey, type EncryptionSecret, type WrapKey } from './bytes.ts'
import { derive } from './derive.ts'
import { VaultError, type VaultErrorCode } from './errors.ts'
import type { Label } from './labels.ts'
import type { Random } from './random.ts'

const KEY_BYTES = 32

/** Size of a wrapped 32-byte key: ephemeral key ‖ box. */
export const WRAPPED_KEY_BYTES = KEY_BYTES + BOX_OVERHEAD_BYTES + KEY_BYTES

export function encryptionPublicKeyOf(secret: EncryptionSecret): EncryptionPublicKey {
  return branded(x25519.getPublicKey(secret), KEY_BYTES)
}

const PROBE = new Uint8Array(KEY_BYTES).fill(0x40)
const FIELD_PRIME_TOP = 0x7f
const FIELD_PRIME_BOTTOM = 0xed

/** u < 2^255 - 19 with the unused top bit clear, little-endian. */
function isCanonical(key: Bytes): boolean {
  const top = key[31] ?? 0
  if (top !== FIELD_PRIME_TOP) return top < FIELD_PRIME_TOP
  return key.slice(1, 31).some((byte) => byte !== 0xff) || (key[0] ?? 0) < FIELD_PRIME_BOTTOM
}

/** 32 bytes as an X25519 public key. `identity_invalid` when not canonical or of small order. */
export function encryptionPublicKey(bytes: Uint8Array): EncryptionPublicKey {
  try {
    const key = branded<EncryptionPublicKey>(bytes, KEY_BYTES)
    x25519.getSharedSecret(PROBE, key)
    if (isCanonical(key)) return key
  } catch {
    // A small-order key gives the all-zero secret, which the library refuses.
  }
  throw new VaultError('identity_invalid', 'encryptionKey')
}

function wrapKey(shared: Uint8Array, label: Label, ephemeral: Bytes, recipient: Bytes): Promise<WrapKey> {
  return derive<WrapKey>(branded(shared, KEY_BYTES), label, [ephemeral, recipient])
}

/** A 32-byte key sealed to an X25519 recipient. Anonymous: whoever needs to know the wrapper signs around it. */
export async function wrapTo(
  random: Random,
  recipient: EncryptionPublicKey,
  label: Label,
  header: Bytes,
  key: Bytes,
): Promise<Bytes> {
  const secret = branded<EncryptionSecret>(random(KEY_BYTES), KEY_BYTES)
  const ephemeral = encryptionPublicKeyOf(secret)
  const wrap = await wrapKey(x25519.getSharedSecret(secret, recipient), label, ephemeral, recipient)
  return concat(ephemeral, await sealBox(random, wrap, label, header, key))
}

/** Opens what `wrapTo` made for this secret; throws `code` for every other input. */
export async function unwrapWith<B extends Bytes>(
  secret: EncryptionSecret,
  label: Label,
  header: Bytes,
  wrapped: Bytes,
  code: VaultErrorCode,
): Promise<B> {
  if (wrapped.length !== WRAPPED_KEY_BYTES) throw new VaultError(code, 'length')
  const ephemeral = wrapped.slice(0, KEY_BYTES)
  let shared: Uint8Array
  try {
    shared = x25519.getSharedSecret(secret, encryptionPublicKey(ephemeral))
  } catch {
    throw new VaultError(code, 'ephemeral')
  }
  const wrap = await wrapKey(shared, label, ephemeral, encryptionPublicKeyOf(secret))
  return branded<B>(await openBox(wrap, label, header, wrapped.slice(KEY_BYTES), code), KEY_BYTES)
}
