import {
  type Bytes,
  concat,
  type EpochKey,
  equal,
  type InvitationKey,
  type LiveKey,
  type RootKey,
  transcript,
  type VaultKey,
  type WrapKey,
} from './bytes.ts'
import { hkdf } from './derive.ts'
import { VaultError, type VaultErrorCode } from './errors.ts'
import type { Label } from './labels.ts'
import type { Random } from './random.ts'

const SALT_BYTES = 32
const COMMITMENT_BYTES = 32
const TAG_BYTES = 16

/** What a box adds to its content: salt ‖ commitment ‖ … ‖ tag. */
export const BOX_OVERHEAD_BYTES = SALT_BYTES + COMMITMENT_BYTES + TAG_BYTES

export type BoxKey = RootKey | VaultKey | EpochKey | LiveKey | InvitationKey | WrapKey

// The AES key is used for one message only, so a constant nonce is a fresh one, and there is none to mix up.
const NONCE = new Uint8Array(12)

async function keysOf(key: BoxKey, salt: Bytes, label: Label, header: Bytes) {
  const output = await hkdf(key, salt, transcript(label, header), 64)
  return { content: output.slice(0, 32), commitment: output.slice(32) }
}

/** salt 32 ‖ commitment 32 ‖ AES-256-GCM(content) ‖ tag 16, all bound to label and header. */
export async function sealBox(
  random: Random,
  key: BoxKey,
  label: Label,
  header: Bytes,
  content: Bytes,
): Promise<Bytes> {
  const salt = random(SALT_BYTES)
  const keys = await keysOf(key, salt, label, header)
  const aes = await crypto.subtle.importKey('raw', keys.content, 'AES-GCM', false, ['encrypt'])
  const additionalData = concat(header, salt, keys.commitment)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: NONCE, additionalData }, aes, content)
  return concat(salt, keys.commitment, new Uint8Array(sealed))
}

/** Opens what `sealBox` made; throws `code` for every other input. */
export async function openBox(
  key: BoxKey,
  label: Label,
  header: Bytes,
  box: Bytes,
  code: VaultErrorCode,
): Promise<Bytes> {
  if (box.length < BOX_OVERHEAD_BYTES) throw new VaultError(code, 'length')
  const salt = box.slice(0, SALT_BYTES)
  const commitment = box.slice(SALT_BYTES, SALT_BYTES + COMMITMENT_BYTES)
  const keys = await keysOf(key, salt, label, header)
  // AES-GCM alone lets one ciphertext open under two keys; the commitment does not.
  if (!equal(commitment, keys.commitment)) throw new VaultError(code, 'commitment')
  const aes = await crypto.subtle.importKey('raw', keys.content, 'AES-GCM', false, ['decrypt'])
  const additionalData = concat(header, salt, commitment)
  try {
    const ciphertext = box.slice(SALT_BYTES + COMMITMENT_BYTES)
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: NONCE, additionalData }, aes, ciphertext))
  } catch {
    throw new VaultError(code, 'content')
  }
}
