import {
  ByteReader,
  type Bytes,
  branded,
  concat,
  copied,
  type EncryptionPublicKey,
  equal,
  type SigningPublicKey,
  uint8,
  utf8Decode,
  utf8Encode,
} from './bytes.ts'
import { VaultError, type VaultErrorCode } from './errors.ts'
import { signingPublicKey } from './signing.ts'
import { type Uuid, uuidFromBytes, uuidToBytes } from './uuid.ts'
import { encryptionPublicKey } from './wrap.ts'

/** Who somebody is: what one partner pins of the other. The name never leaves a device in clear. */
export type Identity = {
  readonly userId: Uuid
  readonly name: string
  readonly signingKey: SigningPublicKey
  readonly encryptionKey: EncryptionPublicKey
}

const NAME_MAX_BYTES = 127
export const NAME_FIELD_BYTES = 1 + NAME_MAX_BYTES

/** Size of every encoded identity: the name is padded, so its length does not show. */
export const IDENTITY_BYTES = 16 + 32 + 32 + NAME_FIELD_BYTES

// Controls and direction overrides: a name must not be able to rewrite the sentence it stands in.
const DECEPTIVE = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u

/** The name trimmed and in NFC; `name_invalid` if empty, over 127 bytes of UTF-8, or with control characters. */
export function checkName(name: string): string {
  const clean = name.normalize('NFC').trim()
  let length: number
  try {
    length = utf8Encode(clean).length
  } catch {
    throw new VaultError('name_invalid')
  }
  if (length === 0 || length > NAME_MAX_BYTES || DECEPTIVE.test(clean)) throw new VaultError('name_invalid')
  return clean
}

/** length 1 ‖ UTF-8 ‖ zeros, 128 bytes. */
export function encodeName(name: string): Bytes {
  const bytes = utf8Encode(checkName(name))
  return concat(uint8(bytes.length), bytes, new Uint8Array(NAME_MAX_BYTES - bytes.length))
}

export function decodeName(field: Bytes): string {
  const name = utf8Decode(field.slice(1, 1 + (field[0] ?? 0)))
  if (!equal(encodeName(name), field)) throw new VaultError('name_invalid')
  return name
}

/** The part that must never change silently: user id 16 ‖ signing key 32 ‖ encryption key 32. */
export function encodeIdentityKeys(identity: Identity): Bytes {
  return concat(uuidToBytes(identity.userId), branded(identity.signingKey, 32), branded(identity.encryptionKey, 32))
}

export function samePerson(left: Identity, right: Identity): boolean {
  return equal(encodeIdentityKeys(left), encodeIdentityKeys(right))
}

/** 208 bytes: identity keys 80 ‖ padded name 128. */
export function encodeIdentity(identity: Identity): Bytes {
  return concat(encodeIdentityKeys(identity), encodeName(identity.name))
}

/** Reads 208 bytes; every defect, a bad key or a deceptive name included, is `identity_invalid` (or the given code). */
export function decodeIdentityAs(bytes: Bytes, code: VaultErrorCode): Identity {
  const reader = new ByteReader(bytes, code)
  const user = reader.take(16)
  const signing = reader.take(32)
  const encryption = reader.take(32)
  const name = reader.take(NAME_FIELD_BYTES)
  reader.end()
  try {
    return {
      userId: uuidFromBytes(user),
      name: decodeName(name),
      signingKey: signingPublicKey(signing),
      encryptionKey: encryptionPublicKey(encryption),
    }
  } catch {
    throw new VaultError(code, 'identity')
  }
}

/** Reads what `encodeIdentity` wrote: 208 bytes. Every defect is `identity_invalid`. */
export function decodeIdentity(bytes: Uint8Array): Identity {
  return decodeIdentityAs(copied(bytes), 'identity_invalid')
}
