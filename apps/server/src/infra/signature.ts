import { createPublicKey, verify } from 'node:crypto'

/** DER of an Ed25519 public key up to the key itself (RFC 8410). */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * True when `signature` is the Ed25519 signature of `statement`. The server checks what it passes on, so that a broken
 * device is told at once; devices check again with the keys they pinned.
 */
export function isSignedBy(signingKey: Uint8Array, statement: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI, signingKey]), format: 'der', type: 'spki' })
  return verify(null, statement, key, signature)
}
