import { type Bytes, branded, type MacKey, transcript } from './bytes.ts'
import type { Label } from './labels.ts'

const NO_SALT: Bytes = new Uint8Array(0)

/** HKDF-SHA-512 (RFC 5869). */
export async function hkdf(secret: Bytes, salt: Bytes, info: Bytes, lengthBytes: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-512', salt, info }, key, 8 * lengthBytes)
  return new Uint8Array(bits)
}

/** One key of `lengthBytes` (32 unless told) for one purpose: info is the transcript of label and parts. */
export async function derive<B extends Bytes>(
  secret: Bytes,
  label: Label,
  parts: readonly Bytes[] = [],
  lengthBytes = 32,
): Promise<B> {
  return branded<B>(await hkdf(secret, NO_SALT, transcript(label, ...parts), lengthBytes), lengthBytes)
}

/** HMAC-SHA-512 over the transcript, cut to its first 32 bytes. */
export async function mac(key: MacKey | Bytes, label: Label, ...parts: readonly Bytes[]): Promise<Bytes> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-512' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', hmac, transcript(label, ...parts))).slice(0, 32)
}

/** SHA-512 over the transcript: 64 bytes. */
export async function digest(label: Label, ...parts: readonly Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-512', transcript(label, ...parts)))
}
