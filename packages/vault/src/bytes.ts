import { VaultError, type VaultErrorCode } from './errors.ts'

export type Bytes = Uint8Array<ArrayBuffer>

declare const brand: unique symbol
type Branded<Name extends string> = Bytes & { readonly [brand]: Name }

export type RootKey = Branded<'RootKey'>
export type VaultKey = Branded<'VaultKey'>
export type EpochKey = Branded<'EpochKey'>
export type LiveKey = Branded<'LiveKey'>
export type InvitationKey = Branded<'InvitationKey'>
export type WrapKey = Branded<'WrapKey'>
export type Kek = Branded<'Kek'>
export type RecoverySlotKey = Branded<'RecoverySlotKey'>
export type PasskeyOutput = Branded<'PasskeyOutput'>
export type PasskeySlotKey = Branded<'PasskeySlotKey'>
export type MacKey = Branded<'MacKey'>
export type Stretched = Branded<'Stretched'>
export type AuthKey = Branded<'AuthKey'>
export type RecoveryAuthKey = Branded<'RecoveryAuthKey'>
export type AccountKey = Branded<'AccountKey'>
export type RecoveryCode = Branded<'RecoveryCode'>
export type InvitationSecret = Branded<'InvitationSecret'>
export type InvitationLookupId = Branded<'InvitationLookupId'>
export type PasswordSeed = Branded<'PasswordSeed'>
export type SigningSeed = Branded<'SigningSeed'>
export type SigningPublicKey = Branded<'SigningPublicKey'>
export type Signature = Branded<'Signature'>
export type EncryptionSecret = Branded<'EncryptionSecret'>
export type EncryptionPublicKey = Branded<'EncryptionPublicKey'>
export type EnvelopeHash = Branded<'EnvelopeHash'>

/** A copy of `bytes` under brand `B`; `argument_invalid` unless it is exactly `length` bytes long. */
export function branded<B extends Bytes>(bytes: Uint8Array, length: number): B {
  if (!(bytes instanceof Uint8Array) || bytes.length !== length) throw new VaultError('argument_invalid', 'length')
  return new Uint8Array(bytes) as B
}

/** A copy the caller cannot change while we await; `argument_invalid` for anything but a Uint8Array. */
export function copied(bytes: Uint8Array): Bytes {
  if (!(bytes instanceof Uint8Array)) throw new VaultError('argument_invalid', 'bytes')
  return new Uint8Array(bytes)
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Compares without an early exit; lengths are not secret. */
export function equal(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false
  let difference = 0
  for (let index = 0; index < left.length; index += 1) difference |= (left[index] ?? 0) ^ (right[index] ?? 0)
  return difference === 0
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES: ReadonlyMap<string, number> = new Map([...ALPHABET].map((character, value) => [character, value]))

/** RFC 4648 base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    const characters = Math.min(bytes.length - index, 3) + 1
    for (let place = 0; place < characters; place += 1) text += ALPHABET.charAt((group >> (18 - 6 * place)) & 63)
  }
  return text
}

/** The one text form only: padding, foreign characters or set tail bits give `encoding_invalid`. */
export function fromBase64url(text: string): Bytes {
  const remainder = text.length % 4
  if (remainder === 1) throw new VaultError('encoding_invalid', 'base64url')
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let buffer = 0
  let bits = 0
  let offset = 0
  for (const character of text) {
    const value = VALUES.get(character)
    if (value === undefined) throw new VaultError('encoding_invalid', 'base64url')
    buffer = ((buffer << 6) | value) & 0xfff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[offset] = (buffer >> bits) & 0xff
      offset += 1
    }
  }
  if ((buffer & ((1 << bits) - 1)) !== 0) throw new VaultError('encoding_invalid', 'base64url')
  return bytes
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** `encoding_invalid` on lone surrogates, which TextEncoder would replace in silence. */
export function utf8Encode(text: string): Bytes {
  const bytes = new Uint8Array(encoder.encode(text))
  if (decoder.decode(bytes) !== text) throw new VaultError('encoding_invalid', 'utf8')
  return bytes
}

/** `encoding_invalid` on anything but well-formed UTF-8. */
export function utf8Decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new VaultError('encoding_invalid', 'utf8')
  }
}

export function uint8(value: number): Bytes {
  return integer(value, 1)
}

export function uint32(value: number): Bytes {
  return integer(value, 4)
}

/** Eight bytes, but only as far as a number is exact (2^53 - 1). */
export function uint64(value: number): Bytes {
  return integer(value, 8)
}

function integer(value: number, width: 1 | 4 | 8): Bytes {
  const limit = width === 8 ? Number.MAX_SAFE_INTEGER : 2 ** (8 * width) - 1
  if (!Number.isInteger(value) || value < 0 || value > limit) throw new VaultError('argument_invalid', 'integer')
  const bytes = new Uint8Array(width)
  let rest = value
  for (let index = width - 1; index >= 0; index -= 1) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return bytes
}

/**
 * label ‖ 0x00 ‖ for each part: its length as uint32 ‖ the part. No two different lists of parts give the same bytes,
 * and no label is a prefix of another's encoding.
 */
export function transcript(label: string, ...parts: readonly Uint8Array[]): Bytes {
  return concat(utf8Encode(label), uint8(0), ...parts.flatMap((part) => [uint32(part.length), part]))
}

/** Reads fields in order; running past the end, or stopping short of it, throws the code it was made with. */
export class ByteReader {
  readonly #bytes: Bytes
  readonly #code: VaultErrorCode
  #offset = 0

  constructor(bytes: Bytes, code: VaultErrorCode) {
    this.#bytes = bytes
    this.#code = code
  }

  take<B extends Bytes = Bytes>(length: number): B {
    const end = this.#offset + length
    if (end > this.#bytes.length) throw new VaultError(this.#code, 'length')
    const part = this.#bytes.slice(this.#offset, end)
    this.#offset = end
    return part as B
  }

  uint(width: 1 | 4 | 8): number {
    const value = this.take(width).reduce((total, byte) => total * 256 + byte, 0)
    if (!Number.isSafeInteger(value)) throw new VaultError(this.#code, 'integer')
    return value
  }

  end(): void {
    if (this.#offset !== this.#bytes.length) throw new VaultError(this.#code, 'length')
  }
}
