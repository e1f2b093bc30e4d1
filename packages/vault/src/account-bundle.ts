import { BOX_OVERHEAD_BYTES, openBox, sealBox } from './box.ts'
import {
  ByteReader,
  type Bytes,
  branded,
  concat,
  copied,
  type EncryptionPublicKey,
  type EncryptionSecret,
  equal,
  type RootKey,
  type Signature,
  type SigningPublicKey,
  type SigningSeed,
  uint8,
  uint32,
  utf8Encode,
  type VaultKey,
} from './bytes.ts'
import { VaultError } from './errors.ts'
import { decodeName, encodeIdentityKeys, encodeName, type Identity, NAME_FIELD_BYTES } from './identity.ts'
import { LABEL } from './labels.ts'
import type { Random } from './random.ts'
import { holdsAs, SIGNATURE_BYTES, signAs, signingPublicKeyOf } from './signing.ts'
import { checkAnchor, decodeSlot, findSlot, openSlot, SLOT_BYTES, type SlotSecret } from './slots.ts'
import { type Uuid, uuidFromBytes } from './uuid.ts'
import { encryptionPublicKeyOf } from './wrap.ts'

const MAGIC = utf8Encode('TSAC')
const VERSION = 1
const SUITE = 1
const SLOTS_MAX = 16
const PREFIX_BYTES = 4 + 1 + 1 + 16 + 4 + 32 + 32
const KEYS_BYTES = 32 + 32 + 32 + NAME_FIELD_BYTES
const SEALED_KEYS_BYTES = KEYS_BYTES + BOX_OVERHEAD_BYTES
const FIXED_BYTES = PREFIX_BYTES + 1 + SEALED_KEYS_BYTES + SIGNATURE_BYTES

/** Limits for whoever stores account bundles. */
export const ACCOUNT_BUNDLE_MIN_BYTES = FIXED_BYTES + SLOT_BYTES
export const ACCOUNT_BUNDLE_MAX_BYTES = FIXED_BYTES + SLOTS_MAX * SLOT_BYTES

export type AccountKeys = {
  readonly root: RootKey
  readonly signingSeed: SigningSeed
  readonly encryptionSecret: EncryptionSecret
  readonly vaultKey: VaultKey
}

export type OpenedAccount = AccountKeys & { readonly identity: Identity; readonly generation: number }

function prefixOf(identity: Identity, generation: number): Bytes {
  const keys = encodeIdentityKeys(identity)
  return concat(MAGIC, uint8(VERSION), uint8(SUITE), keys.slice(0, 16), uint32(generation), keys.slice(16))
}

/** prefix 90 ‖ slot count 1 ‖ slots 225 each ‖ sealed keys 304 ‖ signature 64. */
export async function sealAccount(
  random: Random,
  keys: AccountKeys,
  identity: Identity,
  generation: number,
  slots: readonly Bytes[],
): Promise<Bytes> {
  if (slots.length > SLOTS_MAX) throw new VaultError('too_large', 'slots')
  const prefix = prefixOf(identity, generation)
  const content = concat(keys.signingSeed, keys.encryptionSecret, keys.vaultKey, encodeName(identity.name))
  const sealedKeys = await sealBox(random, keys.root, LABEL.accountKeys, prefix, content)
  const body = concat(prefix, uint8(slots.length), ...slots, sealedKeys)
  return concat(body, signAs(keys.signingSeed, LABEL.account, body))
}

function parse(bytes: Bytes) {
  const slotsBytes = bytes.length - FIXED_BYTES
  if (slotsBytes < SLOT_BYTES || slotsBytes > SLOTS_MAX * SLOT_BYTES || slotsBytes % SLOT_BYTES !== 0) {
    throw new VaultError('account_tampered', 'length')
  }
  const reader = new ByteReader(bytes, 'account_tampered')
  if (!equal(reader.take(4), MAGIC)) throw new VaultError('account_tampered', 'magic')
  if (reader.uint(1) !== VERSION) throw new VaultError('version_unsupported', 'version')
  if (reader.uint(1) !== SUITE) throw new VaultError('version_unsupported', 'suite')
  const userId = uuidFromBytes(reader.take(16))
  const generation = reader.uint(4)
  const signingKey = reader.take<SigningPublicKey>(32)
  const encryptionKey = reader.take<EncryptionPublicKey>(32)
  const count = reader.uint(1)
  if (count * SLOT_BYTES !== slotsBytes) throw new VaultError('account_tampered', 'slots')
  const slots = Array.from({ length: count }, () => reader.take(SLOT_BYTES))
  const sealedKeys = reader.take(SEALED_KEYS_BYTES)
  const signature = reader.take<Signature>(SIGNATURE_BYTES)
  reader.end()
  return { userId, generation, signingKey, encryptionKey, slots, sealedKeys, signature }
}

/**
 * The order is the argument: our slot's secret vouches for the identity, the identity's signature for every slot and the
 * sealed keys, and only then is anything decrypted. Nothing the server can compute alone gets past the first step.
 */
export async function openAccount(
  bundle: Uint8Array,
  userId: Uuid,
  secret: SlotSecret,
  atLeastGeneration: number,
): Promise<OpenedAccount> {
  const bytes = copied(bundle)
  const parsed = parse(bytes)
  if (parsed.userId !== userId) throw new VaultError('account_tampered', 'userId')
  const slots = parsed.slots.map(decodeSlot).filter((slot) => slot !== undefined)
  const slot = await findSlot(slots, secret, userId)
  const { signingKey, encryptionKey } = parsed
  const claimed: Identity = { userId, name: '', signingKey, encryptionKey }
  await checkAnchor(slot, secret, claimed)
  checkSignature(parsed, bytes)
  if (parsed.generation < atLeastGeneration) throw new VaultError('account_outdated')
  const root = await openSlot(slot, secret, userId)
  const header = prefixOf(claimed, parsed.generation)
  const content = await openBox(root, LABEL.accountKeys, header, parsed.sealedKeys, 'account_tampered')
  const reader = new ByteReader(content, 'account_tampered')
  const signingSeed = reader.take<SigningSeed>(32)
  const encryptionSecret = reader.take<EncryptionSecret>(32)
  const vaultKey = reader.take<VaultKey>(32)
  const name = decodeName(reader.take(NAME_FIELD_BYTES))
  reader.end()
  const identity = identityOf(userId, name, { signingSeed, encryptionSecret })
  if (!equal(encodeIdentityKeys(identity), encodeIdentityKeys(claimed))) {
    throw new VaultError('account_tampered', 'identity')
  }
  return { root, signingSeed, encryptionSecret, vaultKey, identity, generation: parsed.generation }
}

function checkSignature({ signingKey, signature }: ReturnType<typeof parse>, bytes: Bytes): void {
  if (!holdsAs(signingKey, signature, LABEL.account, bytes.slice(0, -SIGNATURE_BYTES))) {
    throw new VaultError('account_tampered', 'signature')
  }
}

/**
 * The slots of a bundle that this identity itself has signed, without opening any. What a server added, dropped or kept
 * from before does not get past: nothing may be carried into the next bundle that I did not put into this one.
 */
export function ownSlots(bundle: Uint8Array, identity: Identity, atLeastGeneration: number) {
  const bytes = copied(bundle)
  const parsed = parse(bytes)
  const { userId, signingKey, encryptionKey } = parsed
  if (!equal(encodeIdentityKeys({ ...identity, userId, signingKey, encryptionKey }), encodeIdentityKeys(identity))) {
    throw new VaultError('account_tampered', 'identity')
  }
  checkSignature(parsed, bytes)
  if (parsed.generation < atLeastGeneration) throw new VaultError('account_outdated')
  return { generation: parsed.generation, slots: parsed.slots }
}

/** The slots of a bundle as they stand there, believed by nobody: whoever opens one checks it. */
export const claimedSlots = (bundle: Uint8Array): readonly Bytes[] => parse(copied(bundle)).slots

/** The identity that belongs to these secret keys. */
export function identityOf(
  userId: Uuid,
  name: string,
  keys: Pick<AccountKeys, 'signingSeed' | 'encryptionSecret'>,
): Identity {
  return {
    userId: userId,
    name,
    signingKey: signingPublicKeyOf(branded(keys.signingSeed, 32)),
    encryptionKey: encryptionPublicKeyOf(branded(keys.encryptionSecret, 32)),
  }
}
