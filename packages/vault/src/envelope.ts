import { BOX_OVERHEAD_BYTES, type BoxKey, openBox, sealBox } from './box.ts'
import {
  ByteReader,
  type Bytes,
  branded,
  concat,
  copied,
  type EnvelopeHash,
  equal,
  type Signature,
  type SigningPublicKey,
  uint8,
  uint32,
  uint64,
  utf8Encode,
} from './bytes.ts'
import { digest } from './derive.ts'
import { VaultError } from './errors.ts'
import { LABEL } from './labels.ts'
import type { Random } from './random.ts'
import { holdsAs, SIGNATURE_BYTES } from './signing.ts'
import { type Uuid, uuidFromBytes, uuidToBytes } from './uuid.ts'

export type PrivateKind = 'page' | 'profile' | 'pins' | 'invitation' | 'jottings' | 'label' | 'kit' | 'picture'
export type ChainKind = 'record' | 'words' | 'shared'
export type LiveKind = 'utterance' | 'reason'
export type EnvelopeKind = PrivateKind | ChainKind | LiveKind

/** Content is padded to `unitBytes`·2ⁿ, `maxBytes` at most, its own length field of four bytes included. */
type KindRule = {
  readonly code: number
  readonly signed: boolean
  readonly unitBytes: number
  readonly maxBytes: number
}

const KIND: Readonly<Record<EnvelopeKind, KindRule>> = {
  page: { code: 1, signed: false, unitBytes: 512, maxBytes: 262_144 },
  record: { code: 2, signed: true, unitBytes: 512, maxBytes: 262_144 },
  utterance: { code: 3, signed: true, unitBytes: 256, maxBytes: 16_384 },
  words: { code: 4, signed: true, unitBytes: 512, maxBytes: 65_536 },
  reason: { code: 5, signed: true, unitBytes: 256, maxBytes: 256 },
  profile: { code: 6, signed: false, unitBytes: 512, maxBytes: 16_384 },
  pins: { code: 7, signed: false, unitBytes: 512, maxBytes: 16_384 },
  invitation: { code: 8, signed: false, unitBytes: 512, maxBytes: 4_096 },
  shared: { code: 9, signed: true, unitBytes: 512, maxBytes: 262_144 },
  jottings: { code: 10, signed: false, unitBytes: 512, maxBytes: 16_384 },
  label: { code: 11, signed: false, unitBytes: 512, maxBytes: 512 },
  // What a person keeps for hard moments is of one size until it is large: how much there is tells of somebody too.
  kit: { code: 12, signed: false, unitBytes: 4_096, maxBytes: 16_384 },
  // Of one size, whatever it shows.
  picture: { code: 13, signed: false, unitBytes: 131_072, maxBytes: 131_072 },
}

const MAGIC = utf8Encode('TSEN')
const VERSION = 1
const SUITE = 1
const HASH_BYTES = 32
const LENGTH_BYTES = 4
const HEADER_BYTES = 4 + 1 + 1 + 1 + 4 * 16 + 8 + 4 + 4 + HASH_BYTES

/** The hash of this device's previous envelope, or that there was none. */
export type PreviousHash = EnvelopeHash | 'first'

export type EnvelopeHeader = {
  readonly kind: EnvelopeKind
  readonly scopeId: Uuid
  readonly entryId: Uuid
  readonly authorId: Uuid
  readonly deviceId: Uuid
  readonly deviceCounter: number
  readonly keyEpoch: number
  readonly entryVersion: number
  readonly previousHash: PreviousHash
}

/** `'any'` has to be said aloud, and only for what a reader cannot know before it has the device's chain. */
export type HeaderExpectation = Omit<EnvelopeHeader, 'deviceId' | 'deviceCounter' | 'previousHash'> & {
  readonly deviceId: Uuid | 'any'
  readonly deviceCounter: number | 'any'
  readonly previousHash: PreviousHash | 'any'
}

export type OpenedEnvelope = {
  readonly content: Bytes
  readonly header: EnvelopeHeader
  /** What the author's device names as `previousHash` in its next shared entry. */
  readonly hash: EnvelopeHash
}

/** A stored hash, 32 bytes, for the next `previousHash`; `argument_invalid` otherwise. */
export function envelopeHash(bytes: Uint8Array): EnvelopeHash {
  return branded(bytes, HASH_BYTES)
}

function encodeHash(hash: PreviousHash): Bytes {
  return hash === 'first' ? new Uint8Array(HASH_BYTES) : envelopeHash(hash)
}

/** The fields after magic, version and suite, in their order; `undefined` where the reader accepts any value. */
function fieldsOf(header: HeaderExpectation): readonly (readonly [string, number, Bytes | undefined])[] {
  const { deviceId, deviceCounter, previousHash } = header
  return [
    ['kind', 1, uint8(KIND[header.kind].code)],
    ['scopeId', 16, uuidToBytes(header.scopeId)],
    ['entryId', 16, uuidToBytes(header.entryId)],
    ['authorId', 16, uuidToBytes(header.authorId)],
    ['deviceId', 16, deviceId === 'any' ? undefined : uuidToBytes(deviceId)],
    ['deviceCounter', 8, deviceCounter === 'any' ? undefined : uint64(deviceCounter)],
    ['keyEpoch', 4, uint32(header.keyEpoch)],
    ['entryVersion', 4, uint32(header.entryVersion)],
    ['previousHash', HASH_BYTES, previousHash === 'any' ? undefined : encodeHash(previousHash)],
  ]
}

function encodeHeader(header: EnvelopeHeader): Bytes {
  const values = fieldsOf(header).map(([, , value]) => value ?? new Uint8Array(0))
  return concat(MAGIC, uint8(VERSION), uint8(SUITE), ...values)
}

function pad(rule: KindRule, content: Bytes): Bytes {
  const neededBytes = LENGTH_BYTES + content.length
  if (neededBytes > rule.maxBytes) throw new VaultError('too_large', 'content')
  let paddedBytes = rule.unitBytes
  while (paddedBytes < neededBytes) paddedBytes *= 2
  return concat(uint32(content.length), content, new Uint8Array(paddedBytes - neededBytes))
}

/** Only the padding `pad` itself would have made: anything looser would be a place to hide or to leak. */
function unpad(rule: KindRule, padded: Bytes): Bytes {
  const length = new ByteReader(padded, 'envelope_tampered').uint(4)
  const content = padded.slice(LENGTH_BYTES, LENGTH_BYTES + length)
  if (content.length !== length || !equal(pad(rule, content), padded)) {
    throw new VaultError('envelope_tampered', 'padding')
  }
  return content
}

function isPossibleSize(rule: KindRule, totalBytes: number): boolean {
  const fixedBytes = HEADER_BYTES + BOX_OVERHEAD_BYTES + (rule.signed ? SIGNATURE_BYTES : 0)
  for (let padded = rule.unitBytes; padded <= rule.maxBytes; padded *= 2) {
    if (fixedBytes + padded === totalBytes) return true
  }
  return false
}

/** Smallest and largest envelope of a kind, and its largest content, in bytes. */
export function envelopeLimits(kind: EnvelopeKind): {
  readonly minBytes: number
  readonly maxBytes: number
  readonly maxContentBytes: number
} {
  const rule = KIND[kind]
  const fixedBytes = HEADER_BYTES + BOX_OVERHEAD_BYTES + (rule.signed ? SIGNATURE_BYTES : 0)
  return {
    minBytes: fixedBytes + rule.unitBytes,
    maxBytes: fixedBytes + rule.maxBytes,
    maxContentBytes: rule.maxBytes - LENGTH_BYTES,
  }
}

/** SHA-512 of the whole envelope under its label, cut to 32 bytes. */
async function hashOf(envelope: Bytes): Promise<EnvelopeHash> {
  return envelopeHash((await digest(LABEL.envelopeHash, envelope)).slice(0, HASH_BYTES))
}

export type Sealed = { readonly bytes: Bytes; readonly hash: EnvelopeHash }

/** Who signs, for the kinds that are signed. Asked only once the box is made: the keyring may be locked by then. */
export type Signer = (label: typeof LABEL.envelope, body: Bytes) => Signature

export async function sealEnvelope(
  random: Random,
  key: BoxKey,
  header: EnvelopeHeader,
  content: Uint8Array,
  signer: Signer | undefined,
): Promise<Sealed> {
  const rule = KIND[header.kind]
  if (rule.signed !== (signer !== undefined)) throw new VaultError('argument_invalid', 'kind')
  const encoded = encodeHeader(header)
  const body = concat(encoded, await sealBox(random, key, LABEL.envelope, encoded, pad(rule, copied(content))))
  const bytes = signer === undefined ? body : concat(body, signer(LABEL.envelope, body))
  return { bytes, hash: await hashOf(bytes) }
}

/** Everything that can be refused without a key is refused first, the expected header before all. */
function checkHeader(bytes: Bytes, expected: HeaderExpectation): EnvelopeHeader {
  if (bytes.length < HEADER_BYTES) throw new VaultError('envelope_malformed', 'length')
  const reader = new ByteReader(bytes, 'envelope_malformed')
  if (!equal(reader.take(4), MAGIC)) throw new VaultError('envelope_malformed', 'magic')
  if (reader.uint(1) !== VERSION) throw new VaultError('version_unsupported', 'version')
  if (reader.uint(1) !== SUITE) throw new VaultError('version_unsupported', 'suite')
  const found = new Map<string, Bytes>()
  for (const [field, width, value] of fieldsOf(expected)) {
    const actual = reader.take(width)
    if (value !== undefined && !equal(actual, value)) throw new VaultError('envelope_mismatch', field)
    found.set(field, actual)
  }
  if (!isPossibleSize(KIND[expected.kind], bytes.length)) throw new VaultError('envelope_malformed', 'length')
  const at = (field: string) => found.get(field) ?? new Uint8Array(0)
  const { kind, scopeId, entryId, authorId, keyEpoch, entryVersion } = expected
  const deviceId = uuidFromBytes(at('deviceId'))
  const deviceCounter = new ByteReader(at('deviceCounter'), 'envelope_malformed').uint(8)
  const hash = at('previousHash')
  const previousHash = hash.every((byte) => byte === 0) ? 'first' : envelopeHash(hash)
  return { kind, scopeId, entryId, authorId, deviceId, deviceCounter, keyEpoch, entryVersion, previousHash }
}

/** `author` is the pinned key of whoever the header must name, for the kinds that are signed. */
export async function openEnvelope(
  key: BoxKey,
  expected: HeaderExpectation,
  envelope: Uint8Array,
  author: SigningPublicKey | undefined,
): Promise<OpenedEnvelope> {
  const rule = KIND[expected.kind]
  if (rule.signed !== (author !== undefined)) throw new VaultError('argument_invalid', 'kind')
  const bytes = copied(envelope)
  const header = checkHeader(bytes, expected)
  const body = author === undefined ? bytes : bytes.slice(0, -SIGNATURE_BYTES)
  if (author !== undefined && !holdsAs(author, bytes.slice(-SIGNATURE_BYTES), LABEL.envelope, body)) {
    throw new VaultError('envelope_forged', 'signature')
  }
  const box = body.slice(HEADER_BYTES)
  const padded = await openBox(key, LABEL.envelope, body.slice(0, HEADER_BYTES), box, 'envelope_tampered')
  return { content: unpad(rule, padded), header, hash: await hashOf(bytes) }
}
