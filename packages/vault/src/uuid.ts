import { type Bytes, concat } from './bytes.ts'
import { VaultError } from './errors.ts'
import type { Random } from './random.ts'

declare const uuidBrand: unique symbol

/** An id in its one text form: lower-case 8-4-4-4-12. Ids are not secret. On the wire: 16 bytes. */
export type Uuid = string & { readonly [uuidBrand]: true }

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** `encoding_invalid` for anything but the canonical lower-case form. */
export function parseUuid(text: string): Uuid {
  if (typeof text !== 'string' || !FORM.test(text)) throw new VaultError('encoding_invalid', 'uuid')
  return text as Uuid
}

export function uuidToBytes(id: Uuid): Bytes {
  const hex = parseUuid(id).replaceAll('-', '')
  return Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16))
}

export function uuidFromBytes(bytes: Uint8Array): Uuid {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return parseUuid([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'))
}

/** Writes RFC 9562 version and variant bits over 16 bytes. */
export function uuidOfVersion(version: 4 | 8, bytes: Uint8Array): Uuid {
  const marked = concat(bytes)
  marked[6] = ((marked[6] ?? 0) & 0x0f) | (version << 4)
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80
  return uuidFromBytes(marked)
}

export function randomUuid(random: Random): Uuid {
  return uuidOfVersion(4, random(16))
}
