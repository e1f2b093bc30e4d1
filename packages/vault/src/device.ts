import { identityOf } from './account-bundle.ts'
import {
  type AccountKey,
  ByteReader,
  type Bytes,
  branded,
  concat,
  copied,
  type EncryptionSecret,
  equal,
  type RootKey,
  type SigningSeed,
  transcript,
  uint8,
  uint32,
  utf8Encode,
  type VaultKey,
} from './bytes.ts'
import { VaultError } from './errors.ts'
import { decodeName, encodeName, NAME_FIELD_BYTES } from './identity.ts'
import { Keyring, secretsOf } from './keyring.ts'
import { LABEL } from './labels.ts'
import type { Random } from './random.ts'
import { type Uuid, uuidToBytes } from './uuid.ts'

const MAGIC = utf8Encode('TSDV')
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 4 + 1 + 1 + 16
const ACCOUNT_KEY_BYTES = 16
const KEYRING_BYTES = 4 + 4 * 32 + 1 + ACCOUNT_KEY_BYTES + NAME_FIELD_BYTES

type Content = 'keyring' | 'account-key'

const CONTENT: Readonly<
  Record<Content, { code: number; label: typeof LABEL.deviceKeyring | typeof LABEL.deviceAccountKey; bytes: number }>
> = {
  keyring: { code: 1, label: LABEL.deviceKeyring, bytes: KEYRING_BYTES },
  'account-key': { code: 2, label: LABEL.deviceAccountKey, bytes: ACCOUNT_KEY_BYTES },
}

// An extractable key would turn the copy on disk into the key itself.
function checkWrappingKey(key: CryptoKey): void {
  const usable = key.usages.includes('encrypt') && key.usages.includes('decrypt')
  const { name, length } = key.algorithm as AesKeyAlgorithm
  if (key.extractable || !usable || name !== 'AES-GCM' || length !== 256) throw new VaultError('device_key_unsuitable')
}

function headerOf(content: Content, userId: Uuid): Bytes {
  return concat(MAGIC, uint8(VERSION), uint8(CONTENT[content].code), uuidToBytes(userId))
}

async function sealForDevice(
  random: Random,
  key: CryptoKey,
  content: Content,
  userId: Uuid,
  plain: Bytes,
): Promise<Bytes> {
  checkWrappingKey(key)
  const header = headerOf(content, userId)
  const iv = random(NONCE_BYTES)
  const additionalData = transcript(CONTENT[content].label, header)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  return concat(header, iv, new Uint8Array(sealed))
}

async function openFromDevice(bytes: Uint8Array, key: CryptoKey, content: Content, userId: Uuid): Promise<Bytes> {
  checkWrappingKey(key)
  const stored = copied(bytes)
  const header = headerOf(content, userId)
  if (stored.length !== HEADER_BYTES + NONCE_BYTES + CONTENT[content].bytes + TAG_BYTES) {
    throw new VaultError('device_restore_failed', 'length')
  }
  if (!equal(stored.slice(0, HEADER_BYTES), header)) throw new VaultError('device_restore_failed', 'header')
  const iv = stored.slice(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES)
  const additionalData = transcript(CONTENT[content].label, header)
  try {
    const sealed = stored.slice(HEADER_BYTES + NONCE_BYTES)
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed))
  } catch {
    throw new VaultError('device_restore_failed', 'content')
  }
}

/**
 * The unlocked keyring for this device's own storage: 327 bytes, to be erased at lock. `wrappingKey` is a non-extractable
 * AES-256-GCM key with both usages, else `device_key_unsuitable`.
 */
export async function wrapForDevice(keyring: Keyring, wrappingKey: CryptoKey): Promise<Bytes> {
  const { root, signingSeed, encryptionSecret, vaultKey, accountKey, random } = secretsOf(keyring)
  const { userId, name } = keyring.identity
  const plain = concat(
    uint32(keyring.generation),
    root,
    signingSeed,
    encryptionSecret,
    vaultKey,
    uint8(accountKey === undefined ? 0 : 1),
    accountKey ?? new Uint8Array(ACCOUNT_KEY_BYTES),
    encodeName(name),
  )
  return sealForDevice(random, wrappingKey, 'keyring', userId, plain)
}

export async function restoreFromDeviceWith(
  random: Random,
  bytes: Uint8Array,
  wrappingKey: CryptoKey,
  userId: Uuid,
): Promise<Keyring> {
  const plain = await openFromDevice(bytes, wrappingKey, 'keyring', userId)
  const reader = new ByteReader(plain, 'device_restore_failed')
  const generation = reader.uint(4)
  const root = reader.take<RootKey>(32)
  const signingSeed = reader.take<SigningSeed>(32)
  const encryptionSecret = reader.take<EncryptionSecret>(32)
  const vaultKey = reader.take<VaultKey>(32)
  const hasAccountKey = reader.uint(1) === 1
  const storedAccountKey = reader.take<AccountKey>(ACCOUNT_KEY_BYTES)
  const name = decodeName(reader.take(NAME_FIELD_BYTES))
  reader.end()
  const accountKey = hasAccountKey ? storedAccountKey : undefined
  const identity = identityOf(userId, name, { signingSeed, encryptionSecret })
  return new Keyring(identity, generation, { root, signingSeed, encryptionSecret, vaultKey, accountKey, random })
}

/**
 * The account key alone: 66 bytes, kept through a lock and erased at sign-out. `argument_invalid` where the keyring does
 * not know it (unlocked by recovery code).
 */
export async function wrapAccountKeyForDevice(keyring: Keyring, wrappingKey: CryptoKey): Promise<Bytes> {
  const { accountKey, random } = secretsOf(keyring)
  if (accountKey === undefined) throw new VaultError('argument_invalid', 'accountKey')
  return sealForDevice(random, wrappingKey, 'account-key', keyring.identity.userId, accountKey)
}

/** Reads what `wrapAccountKeyForDevice` made. Errors: `device_restore_failed`, `device_key_unsuitable`. */
export async function restoreAccountKeyFromDevice(
  bytes: Uint8Array,
  wrappingKey: CryptoKey,
  userId: Uuid,
): Promise<AccountKey> {
  return branded(await openFromDevice(bytes, wrappingKey, 'account-key', userId), ACCOUNT_KEY_BYTES)
}
