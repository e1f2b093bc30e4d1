import {
  ByteReader,
  type Bytes,
  branded,
  concat,
  type EncryptionPublicKey,
  type EncryptionSecret,
  equal,
  type Kek,
  type MacKey,
  type PasskeyOutput,
  type PasskeySlotKey,
  type RecoveryCode,
  type RecoverySlotKey,
  type RootKey,
  uint8,
} from './bytes.ts'
import { derive, mac } from './derive.ts'
import { VaultError } from './errors.ts'
import { encodeIdentityKeys, type Identity } from './identity.ts'
import { LABEL } from './labels.ts'
import type { Random } from './random.ts'
import { type Uuid, uuidFromBytes, uuidToBytes } from './uuid.ts'
import { encryptionPublicKeyOf, unwrapWith, WRAPPED_KEY_BYTES, wrapTo } from './wrap.ts'

type SlotKind = 'password' | 'recovery' | 'passkey'

const KIND_CODE: Readonly<Record<SlotKind, number>> = { password: 1, recovery: 2, passkey: 3 }

const KINDS = Object.keys(KIND_CODE) as SlotKind[]

/** The secret behind a slot; which one it is follows from the kind. */
export type SlotSecret =
  | { readonly kind: 'password'; readonly key: Kek }
  | { readonly kind: 'recovery'; readonly key: RecoverySlotKey }
  | { readonly kind: 'passkey'; readonly key: PasskeySlotKey }

export type Slot = {
  readonly kind: SlotKind
  readonly id: Bytes
  readonly recipient: EncryptionPublicKey
  readonly anchor: Bytes
  readonly wrappedRoot: Bytes
}

const ID_BYTES = 16
const ANCHOR_BYTES = 32
export const SLOT_BYTES = 1 + ID_BYTES + 32 + ANCHOR_BYTES + WRAPPED_KEY_BYTES

export async function recoverySlotSecret(code: RecoveryCode): Promise<SlotSecret> {
  return { kind: 'recovery', key: await derive<RecoverySlotKey>(branded(code, 16), LABEL.recoverySlot) }
}

export async function passkeySlotSecret(output: PasskeyOutput): Promise<SlotSecret> {
  return { kind: 'passkey', key: await derive<PasskeySlotKey>(branded(output, 32), LABEL.passkeySlot) }
}

function recipientSecret(secret: SlotSecret, userId: Uuid): Promise<EncryptionSecret> {
  return derive<EncryptionSecret>(secret.key, LABEL.slotRecipient, [uint8(KIND_CODE[secret.kind]), uuidToBytes(userId)])
}

/**
 * Wrapping to a public recipient is something the server could do as well, with a root of its own. The anchor is what it
 * cannot make: a MAC, under the slot's secret, of the identity whose signature covers the whole slot list.
 */
async function anchorOf(secret: SlotSecret, id: Bytes, identity: Identity): Promise<Bytes> {
  const kind = uint8(KIND_CODE[secret.kind])
  const key = await derive<MacKey>(secret.key, LABEL.slotAnchor, [kind, uuidToBytes(identity.userId)])
  return mac(key, LABEL.slotAnchor, kind, id, encodeIdentityKeys(identity))
}

function wrapHeader(kind: SlotKind, id: Bytes, userId: Uuid): Bytes {
  return concat(uint8(KIND_CODE[kind]), id, uuidToBytes(userId))
}

/** kind 1 ‖ id 16 ‖ recipient 32 ‖ anchor 32 ‖ wrapped root 144. */
export async function makeSlot(
  random: Random,
  secret: SlotSecret,
  identity: Identity,
  root: RootKey,
  id: Bytes = random(ID_BYTES),
): Promise<Bytes> {
  const recipient = encryptionPublicKeyOf(await recipientSecret(secret, identity.userId))
  const header = wrapHeader(secret.kind, id, identity.userId)
  const anchor = await anchorOf(secret, id, identity)
  const wrappedRoot = await wrapTo(random, recipient, LABEL.slotWrap, header, root)
  return concat(uint8(KIND_CODE[secret.kind]), id, recipient, anchor, wrappedRoot)
}

export const isSlotOf = (bytes: Bytes, kind: SlotKind): boolean => bytes[0] === KIND_CODE[kind]

export const slotIdOf = (bytes: Bytes): Uuid => uuidFromBytes(bytes.slice(1, 1 + ID_BYTES))

/** Slots of kinds this version does not know are skipped, not refused: a newer device may have added one. */
export function decodeSlot(bytes: Bytes): Slot | undefined {
  const reader = new ByteReader(bytes, 'account_tampered')
  const code = reader.uint(1)
  const fields = {
    id: reader.take(ID_BYTES),
    recipient: reader.take<EncryptionPublicKey>(32),
    anchor: reader.take(ANCHOR_BYTES),
    wrappedRoot: reader.take(WRAPPED_KEY_BYTES),
  }
  reader.end()
  const kind = KINDS.find((one) => KIND_CODE[one] === code)
  return kind && { kind, ...fields }
}

/**
 * The same slot around another root: its recipient is public, and its anchor names the identity, not the root. Slots of
 * kinds this version does not know are laid out alike, so that a change made here keeps what a newer device added.
 */
export async function rewrapSlot(random: Random, bytes: Bytes, userId: Uuid, root: RootKey): Promise<Bytes> {
  const header = concat(bytes.slice(0, 1 + ID_BYTES), uuidToBytes(userId))
  const recipient = branded<EncryptionPublicKey>(bytes.slice(1 + ID_BYTES, 1 + ID_BYTES + 32), 32)
  const kept = bytes.slice(0, SLOT_BYTES - WRAPPED_KEY_BYTES)
  return concat(kept, await wrapTo(random, recipient, LABEL.slotWrap, header, root))
}

/** The slot this secret belongs to; `unlock_failed` when there is none, which is what a wrong secret looks like. */
export async function findSlot(slots: readonly Slot[], secret: SlotSecret, userId: Uuid): Promise<Slot> {
  const recipient = encryptionPublicKeyOf(await recipientSecret(secret, userId))
  const slot = slots.find((candidate) => candidate.kind === secret.kind && equal(candidate.recipient, recipient))
  if (slot === undefined) throw new VaultError('unlock_failed')
  return slot
}

export async function checkAnchor(slot: Slot, secret: SlotSecret, identity: Identity): Promise<void> {
  if (!equal(slot.anchor, await anchorOf(secret, slot.id, identity))) {
    throw new VaultError('account_tampered', 'anchor')
  }
}

export async function openSlot(slot: Slot, secret: SlotSecret, userId: Uuid): Promise<RootKey> {
  const header = wrapHeader(slot.kind, slot.id, userId)
  const key = await recipientSecret(secret, userId)
  return unwrapWith<RootKey>(key, LABEL.slotWrap, header, slot.wrappedRoot, 'account_tampered')
}
