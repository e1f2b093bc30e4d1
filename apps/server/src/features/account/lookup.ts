import { createHmac } from 'node:crypto'

/**
 * What an unknown e-mail is answered with: always the same for the same address, shaped like an account's own, and
 * unpredictable without the server's key.
 */
export function decoyLookup(email: string, enumerationKey: string): { userId: string; seed: string } {
  const derive = (what: string) =>
    createHmac('sha256', Buffer.from(enumerationKey, 'base64url')).update(`${what}\0${email}`).digest().subarray(0, 16)
  return { userId: uuidFrom(derive('user id')), seed: derive('seed').toString('base64url') }
}

/** Sixteen bytes as a version 4 UUID, like those that devices make. */
function uuidFrom(bytes: Buffer): string {
  const hex = Buffer.from(bytes)
  hex[6] = ((hex[6] ?? 0) & 0x0f) | 0x40
  hex[8] = ((hex[8] ?? 0) & 0x3f) | 0x80
  return hex.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
