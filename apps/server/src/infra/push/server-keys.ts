import { createECDH, hkdfSync } from 'node:crypto'

/** How many private keys P-256 has, and one: they are the numbers from 1 to below this. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const SCALAR_BYTES = 32
/** Sixteen more than a scalar has, so that no number is more likely than another. */
const DRAWN_BYTES = SCALAR_BYTES + 16

export interface ServerKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/**
 * The pair that says which server pushes (VAPID, RFC 8292): as it was set, or drawn from what the data folder keeps, so
 * that there is one more key and not one more file. Whoever replaces those secrets signs everybody out, and with their
 * sessions their subscriptions end.
 */
export function serverKeys(configured: string | null, authSecret: string): ServerKeys {
  const scalar = configured === null ? drawn(authSecret) : Buffer.from(configured, 'base64url')
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(scalar)
  return { publicKey: pair.getPublicKey('base64url'), privateKey: scalar.toString('base64url') }
}

function drawn(authSecret: string): Buffer {
  const bytes = hkdfSync('sha256', Buffer.from(authSecret, 'base64url'), '', 'turnstone push server key', DRAWN_BYTES)
  const number = (BigInt(`0x${Buffer.from(bytes).toString('hex')}`) % (ORDER - 1n)) + 1n
  return Buffer.from(number.toString(16).padStart(SCALAR_BYTES * 2, '0'), 'hex')
}

/** True for 32 bytes in base64url that are a private key of P-256. */
export function isServerKey(text: string): boolean {
  if (!/^[\w-]{43}$/.test(text)) return false
  const number = BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`)
  return number > 0n && number < ORDER
}
