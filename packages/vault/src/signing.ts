import { ed25519 } from '@noble/curves/ed25519.js'
import {
  type Bytes,
  branded,
  copied,
  type Signature,
  type SigningPublicKey,
  type SigningSeed,
  transcript,
} from './bytes.ts'
import { VaultError } from './errors.ts'
import type { Label } from './labels.ts'

export const SIGNATURE_BYTES = 64

export function signingPublicKeyOf(seed: SigningSeed): SigningPublicKey {
  return branded(ed25519.getPublicKey(seed), 32)
}

/**
 * 32 bytes as an Ed25519 public key. `identity_invalid` unless it is the canonical encoding of a point of the prime-order
 * subgroup: under any other key one signature can fit several statements.
 */
export function signingPublicKey(bytes: Uint8Array): SigningPublicKey {
  try {
    const key = branded<SigningPublicKey>(bytes, 32)
    const point = ed25519.Point.fromBytes(key, false)
    if (!point.isSmallOrder() && point.isTorsionFree()) return key
  } catch {
    // Falls through to the one refusal: which check failed is nobody's business.
  }
  throw new VaultError('identity_invalid', 'signingKey')
}

export function signBytes(seed: SigningSeed, message: Bytes): Signature {
  return branded(ed25519.sign(message, seed), SIGNATURE_BYTES)
}

/** RFC 8032 with canonical encodings, and neither the key nor R of small order. */
export function signatureHolds(publicKey: Uint8Array, message: Bytes, signature: Uint8Array): boolean {
  try {
    const fixed = copied(signature)
    if (ed25519.Point.fromBytes(fixed.slice(0, 32), false).isSmallOrder()) return false
    return ed25519.verify(fixed, message, signingPublicKey(publicKey), { zip215: false })
  } catch {
    return false
  }
}

export function signAs(seed: SigningSeed, label: Label, ...parts: readonly Bytes[]): Signature {
  return signBytes(seed, transcript(label, ...parts))
}

export function holdsAs(
  publicKey: SigningPublicKey,
  signature: Bytes,
  label: Label,
  ...parts: readonly Bytes[]
): boolean {
  return signatureHolds(publicKey, transcript(label, ...parts), signature)
}
