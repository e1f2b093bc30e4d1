import {
  ByteReader,
  type Bytes,
  branded,
  concat,
  copied,
  type EpochKey,
  equal,
  type Signature,
  uint8,
  uint32,
  utf8Encode,
} from './bytes.ts'
import { mac } from './derive.ts'
import { VaultError } from './errors.ts'
import { encodeIdentityKeys, type Identity } from './identity.ts'
import { type Keyring, secretsOf } from './keyring.ts'
import { LABEL } from './labels.ts'
import { holdsAs, SIGNATURE_BYTES, signAs } from './signing.ts'
import { type Uuid, uuidToBytes } from './uuid.ts'
import { unwrapWith, WRAPPED_KEY_BYTES, wrapTo } from './wrap.ts'

export type Role = 'inviter' | 'invitee'

const ROLE_CODE: Readonly<Record<Role, number>> = { inviter: 1, invitee: 2 }
const MAGIC = utf8Encode('TSEP')
const VERSION = 1
const SUITE = 1
const IDENTITY_KEYS_BYTES = 80
const CHECK_BYTES = 32
const PREFIX_BYTES = 4 + 1 + 1 + 16 + 4 + 1 + 2 * IDENTITY_KEYS_BYTES

/** Size of every epoch grant. */
export const EPOCH_GRANT_BYTES = PREFIX_BYTES + CHECK_BYTES + 2 * WRAPPED_KEY_BYTES + SIGNATURE_BYTES

/** What I know, from my own pins and not from the server, about the partnership and the epoch I expect. */
export type EpochExpectation = {
  readonly partnershipId: Uuid
  /** 1 and up. */
  readonly epoch: number
  /** My role: who invited whom, for as long as the partnership lasts. */
  readonly role: Role
  /** The partner as pinned when the invitation was opened or answered. */
  readonly partner: Identity
}

let read: (partnership: Partnership) => EpochKey | undefined

/** One epoch of a partnership, open on this device. The key inside cannot be read out. */
export class Partnership {
  readonly #expectation: EpochExpectation
  readonly #me: Identity
  #key: EpochKey | undefined

  static {
    read = (partnership) => partnership.#key
  }

  constructor(expectation: EpochExpectation, me: Identity, key: EpochKey) {
    this.#expectation = expectation
    this.#me = me
    this.#key = key
  }

  get partnershipId(): Uuid {
    return this.#expectation.partnershipId
  }

  get epoch(): number {
    return this.#expectation.epoch
  }

  get role(): Role {
    return this.#expectation.role
  }

  get me(): Identity {
    return this.#me
  }

  get partner(): Identity {
    return this.#expectation.partner
  }

  /** Overwrites the key; every later use is `keyring_locked`. */
  lock(): void {
    this.#key?.fill(0)
    this.#key = undefined
  }

  toJSON(): string {
    return 'Partnership'
  }
}

export function epochKeyOf(partnership: Partnership): EpochKey {
  const key = read(partnership)
  if (key === undefined) throw new VaultError('keyring_locked')
  return key
}

function checkExpectation(me: Identity, expected: EpochExpectation): void {
  if (!Number.isInteger(expected.epoch) || expected.epoch < 1) throw new VaultError('argument_invalid', 'epoch')
  const { partner } = expected
  const shared =
    partner.userId === me.userId ||
    equal(partner.signingKey, me.signingKey) ||
    equal(partner.encryptionKey, me.encryptionKey)
  if (shared) throw new VaultError('argument_invalid', 'partner')
}

/** Both in the order the grant has them: inviter, invitee. */
function inOrder(me: Identity, expected: EpochExpectation): readonly [Identity, Identity] {
  return expected.role === 'inviter' ? [me, expected.partner] : [expected.partner, me]
}

function prefixOf(me: Identity, expected: EpochExpectation): Bytes {
  const [inviter, invitee] = inOrder(me, expected)
  return concat(
    MAGIC,
    uint8(VERSION),
    uint8(SUITE),
    uuidToBytes(expected.partnershipId),
    uint32(expected.epoch),
    uint8(ROLE_CODE[expected.role]),
    encodeIdentityKeys(inviter),
    encodeIdentityKeys(invitee),
  )
}

function wrapHeader(prefix: Bytes, check: Bytes, recipient: Role): Bytes {
  return concat(prefix, check, uint8(ROLE_CODE[recipient]))
}

/**
 * A fresh epoch key, wrapped to both partners and signed by me: 571 bytes for the server to hand to the partner and to my
 * other devices. Epoch 1 is the inviter's to start (`argument_invalid` otherwise).
 */
export async function startEpoch(
  keyring: Keyring,
  expected: EpochExpectation,
): Promise<{ readonly grant: Bytes; readonly partnership: Partnership }> {
  const { random } = secretsOf(keyring)
  const me = keyring.identity
  checkExpectation(me, expected)
  if (expected.epoch === 1 && expected.role !== 'inviter') throw new VaultError('argument_invalid', 'role')
  const key = branded<EpochKey>(random(32), 32)
  const prefix = prefixOf(me, expected)
  const check = await mac(key, LABEL.epochCheck, prefix)
  const [inviter, invitee] = inOrder(me, expected)
  const body = concat(
    prefix,
    check,
    await wrapTo(random, inviter.encryptionKey, LABEL.epochWrap, wrapHeader(prefix, check, 'inviter'), key),
    await wrapTo(random, invitee.encryptionKey, LABEL.epochWrap, wrapHeader(prefix, check, 'invitee'), key),
  )
  const grant = concat(body, signAs(secretsOf(keyring).signingSeed, LABEL.epoch, body))
  return { grant, partnership: new Partnership({ ...expected }, me, key) }
}

/** Names the first field in which the grant is not the one expected. */
function checkPrefix(me: Identity, expected: EpochExpectation, prefix: Bytes): Role {
  const reader = new ByteReader(prefix, 'epoch_tampered')
  if (!equal(reader.take(4), MAGIC)) throw new VaultError('epoch_tampered', 'magic')
  if (reader.uint(1) !== VERSION) throw new VaultError('version_unsupported', 'version')
  if (reader.uint(1) !== SUITE) throw new VaultError('version_unsupported', 'suite')
  if (!equal(reader.take(16), uuidToBytes(expected.partnershipId))) {
    throw new VaultError('epoch_mismatch', 'partnershipId')
  }
  const epoch = reader.uint(4)
  if (epoch < expected.epoch) throw new VaultError('epoch_outdated')
  if (epoch > expected.epoch) throw new VaultError('epoch_unknown')
  const wrapper = reader.uint(1)
  if (wrapper !== ROLE_CODE.inviter && (wrapper !== ROLE_CODE.invitee || epoch === 1)) {
    throw new VaultError('epoch_mismatch', 'wrapper')
  }
  const [inviter, invitee] = inOrder(me, expected)
  if (!equal(reader.take(IDENTITY_KEYS_BYTES), encodeIdentityKeys(inviter))) {
    throw new VaultError('epoch_mismatch', 'inviter')
  }
  if (!equal(reader.take(IDENTITY_KEYS_BYTES), encodeIdentityKeys(invitee))) {
    throw new VaultError('epoch_mismatch', 'invitee')
  }
  reader.end()
  return wrapper === ROLE_CODE.inviter ? 'inviter' : 'invitee'
}

/**
 * Opens a grant made by the pinned partner or by another device of mine. Errors: `epoch_mismatch` (naming the field),
 * `epoch_outdated` and `epoch_unknown` for a lower and a higher epoch, `epoch_tampered`, `version_unsupported`.
 */
export async function joinEpoch(keyring: Keyring, expected: EpochExpectation, grant: Uint8Array): Promise<Partnership> {
  const { encryptionSecret } = secretsOf(keyring)
  const me = keyring.identity
  checkExpectation(me, expected)
  const bytes = copied(grant)
  if (bytes.length !== EPOCH_GRANT_BYTES) throw new VaultError('epoch_tampered', 'length')
  const prefix = bytes.slice(0, PREFIX_BYTES)
  const wrapper = checkPrefix(me, expected, prefix)
  const reader = new ByteReader(bytes.slice(PREFIX_BYTES), 'epoch_tampered')
  const check = reader.take(CHECK_BYTES)
  const wraps: Readonly<Record<Role, Bytes>> = {
    inviter: reader.take(WRAPPED_KEY_BYTES),
    invitee: reader.take(WRAPPED_KEY_BYTES),
  }
  const signature = reader.take<Signature>(SIGNATURE_BYTES)
  const signer = wrapper === expected.role ? me : expected.partner
  if (!holdsAs(signer.signingKey, signature, LABEL.epoch, bytes.slice(0, -SIGNATURE_BYTES))) {
    throw new VaultError('epoch_tampered', 'signature')
  }
  const header = wrapHeader(prefix, check, expected.role)
  const wrapped = wraps[expected.role]
  const key = await unwrapWith<EpochKey>(encryptionSecret, LABEL.epochWrap, header, wrapped, 'epoch_tampered')
  // A wrapper who gives each side another key would split what the two can read; the check is the same for both.
  if (!equal(check, await mac(key, LABEL.epochCheck, prefix))) throw new VaultError('epoch_tampered', 'check')
  return new Partnership({ ...expected }, me, key)
}
