import { signInKeysOf, unlockWith, unlockWithPasskeyWith, unlockWithRecoveryCodeWith } from '../../src/account.ts'
import { ownSlots } from '../../src/account-bundle.ts'
import { changeAccountWith, changePasskeysWith } from '../../src/account-change.ts'
import { sealBox } from '../../src/box.ts'
import {
  type AccountKey,
  type Bytes,
  branded,
  concat,
  type EnvelopeHash,
  fromBase64url,
  type InvitationSecret,
  type PasswordSeed,
  type RecoveryCode,
  type Stretched,
  toBase64url,
  uint8,
  uint32,
  uint64,
  utf8Decode,
  utf8Encode,
} from '../../src/bytes.ts'
import { derive, digest } from '../../src/derive.ts'
import {
  type EnvelopeHeader,
  type EnvelopeKind,
  type HeaderExpectation,
  openEnvelope,
  type Signer,
  sealEnvelope,
} from '../../src/envelope.ts'
import { decodeIdentity, encodeIdentity } from '../../src/identity.ts'
import {
  answerInvitation,
  createInvitation,
  openAnswer,
  openInvitation,
  parseInvitationSecret,
} from '../../src/invitation.ts'
import { Keyring, type KeyringSecrets, secretsOf } from '../../src/keyring.ts'
import { LABEL } from '../../src/labels.ts'
import { epochKeyOf, joinEpoch, type Partnership, type Role } from '../../src/partnership.ts'
import { passkeyId, passkeyOutput } from '../../src/passkey.ts'
import { KDF_DEFAULT, type KdfParameters, recoveryAuthKey, stretchPassword } from '../../src/password.ts'
import { lineEntryId, recordId } from '../../src/record-id.ts'
import { safetyNumber } from '../../src/safety-number.ts'
import { safetyPhrase } from '../../src/safety-phrase.ts'
import { formatAccountKey, formatRecoveryCode, parseAccountKey, parseRecoveryCode } from '../../src/secret-text.ts'
import { signAs } from '../../src/signing.ts'
import { SLOT_BYTES } from '../../src/slots.ts'
import { sign, verify } from '../../src/statements.ts'
import { parseUuid, randomUuid, type Uuid } from '../../src/uuid.ts'
import { boxWithForeignCommitment, type Couple, couple, flipped, patched } from './couple.ts'
import { seededRandom } from './seeded-random.ts'

type Fields = Readonly<Record<string, unknown>>

/** `opens` is what a right reader gets to see; `refused` the error it must answer with. */
export type Vector = { readonly about: string; readonly input: Fields } & (
  | { readonly opens: string }
  | { readonly refused: string }
)

export type VectorFile = { readonly reader: ReaderName; readonly vectors: readonly Vector[] }

const b64 = toBase64url
const text = (fields: Fields, name: string) => String(fields[name])
const bytesOf = (fields: Fields, name: string) => fromBase64url(text(fields, name))
const idOf = (fields: Fields, name: string) => parseUuid(text(fields, name))

/** A keyring of which only the identity, and perhaps the X25519 secret, is known. */
function keyringFrom(identity: Bytes, encryptionSecret?: Bytes): Keyring {
  const nothing = new Uint8Array(32)
  const secrets = {
    root: nothing,
    vaultKey: nothing,
    signingSeed: nothing,
    encryptionSecret: encryptionSecret ?? nothing,
  }
  const random = seededRandom('unused')
  return new Keyring(decodeIdentity(identity), 1, {
    ...secrets,
    accountKey: undefined,
    random,
  } as unknown as KeyringSecrets)
}

/** One reader per file: takes the input of a vector, gives what it opens to, or throws. */
export const READERS = {
  base64url: async (input: Fields) => b64(fromBase64url(text(input, 'text'))),
  secretText: async (input: Fields) =>
    b64(input.kind === 'account-key' ? parseAccountKey(text(input, 'text')) : parseRecoveryCode(text(input, 'text'))),
  password: async (input: Fields) => {
    const userId = idOf(input, 'userId')
    const seed = branded<PasswordSeed>(bytesOf(input, 'seed'), 16)
    const stretched = await stretchPassword(text(input, 'password'), { userId, seed, kdf: input.kdf as KdfParameters })
    return b64((await signInKeysOf(userId, stretched)).authKey)
  },
  recoveryAuth: async (input: Fields) => b64(await recoveryAuthKey(branded<RecoveryCode>(bytesOf(input, 'code'), 16))),
  account: async (input: Fields) => {
    const bundle = bytesOf(input, 'bundle')
    const userId = idOf(input, 'userId')
    const atLeastGeneration = Number(input.atLeastGeneration)
    const random = seededRandom('unused')
    if (input.recoveryCode !== undefined) {
      const recoveryCode = branded<RecoveryCode>(bytesOf(input, 'recoveryCode'), 16)
      const keyring = await unlockWithRecoveryCodeWith(random, { bundle, userId, recoveryCode, atLeastGeneration })
      return b64(encodeIdentity(keyring.identity))
    }
    if (input.output !== undefined) {
      const output = passkeyOutput(bytesOf(input, 'output'))
      const keyring = await unlockWithPasskeyWith(random, { bundle, userId, output, atLeastGeneration })
      return b64(encodeIdentity(keyring.identity))
    }
    const signIn = await signInKeysOf(userId, branded<Stretched>(bytesOf(input, 'stretched'), 32))
    const accountKey = branded<AccountKey>(bytesOf(input, 'accountKey'), 16)
    const keyring = await unlockWith(random, { bundle, signIn, accountKey, atLeastGeneration })
    return b64(encodeIdentity(keyring.identity))
  },
  carriedSlots: async (input: Fields) => {
    const identity = decodeIdentity(bytesOf(input, 'identity'))
    const own = ownSlots(bytesOf(input, 'bundle'), identity, Number(input.atLeastGeneration))
    return [own.generation, ...own.slots.map(b64)].join(' ')
  },
  statement: async (input: Fields) => {
    const key = decodeKey(bytesOf(input, 'publicKey'))
    verify(key, bytesOf(input, 'statement'), bytesOf(input, 'signature'))
    return 'holds'
  },
  safetyNumber: async (input: Fields) =>
    safetyNumber(decodeIdentity(bytesOf(input, 'one')), decodeIdentity(bytesOf(input, 'other'))),
  safetyPhrase: async (input: Fields) => {
    const phrase = await safetyPhrase(decodeIdentity(bytesOf(input, 'one')), decodeIdentity(bytesOf(input, 'other')))
    return phrase.map(({ en, es }) => `${en}/${es}`).join(' ')
  },
  fragment: async (input: Fields) => b64(parseInvitationSecret(text(input, 'fragment'))),
  offer: async (input: Fields) => {
    const secret = branded<InvitationSecret>(bytesOf(input, 'secret'), 16)
    return b64(encodeIdentity(await openInvitation(secret, bytesOf(input, 'offer'))))
  },
  answer: async (input: Fields) => {
    const secret = branded<InvitationSecret>(bytesOf(input, 'secret'), 16)
    const inHand = { secret, offer: bytesOf(input, 'offer'), answer: bytesOf(input, 'answer') }
    return b64(encodeIdentity(await openAnswer(keyringFrom(bytesOf(input, 'inviter')), inHand)))
  },
  epoch: async (input: Fields) => {
    const keyring = keyringFrom(bytesOf(input, 'me'), bytesOf(input, 'encryptionSecret'))
    const expected = {
      partnershipId: idOf(input, 'partnershipId'),
      epoch: Number(input.epoch),
      role: input.role as Role,
      partner: decodeIdentity(bytesOf(input, 'partner')),
    }
    const partnership = await joinEpoch(keyring, expected, bytesOf(input, 'grant'))
    return `${b64(epochKeyOf(partnership))} ${await entryIds(partnership, idOf(input, 'checkInId'))}`
  },
  envelope: async (input: Fields) => {
    const expected = input.expected as Fields
    const header: HeaderExpectation = {
      kind: expected.kind as EnvelopeKind,
      scopeId: idOf(expected, 'scopeId'),
      entryId: idOf(expected, 'entryId'),
      authorId: idOf(expected, 'authorId'),
      deviceId: idOf(expected, 'deviceId'),
      deviceCounter: Number(expected.deviceCounter),
      keyEpoch: Number(expected.keyEpoch),
      entryVersion: Number(expected.entryVersion),
      previousHash:
        expected.previousHash === 'first' ? 'first' : branded<EnvelopeHash>(bytesOf(expected, 'previousHash'), 32),
    }
    const author = input.author === undefined ? undefined : decodeKey(bytesOf(input, 'author'))
    const opened = await openEnvelope(branded(bytesOf(input, 'key'), 32), header, bytesOf(input, 'envelope'), author)
    return utf8Decode(opened.content)
  },
} satisfies Readonly<Record<string, (input: Fields) => Promise<string>>>

type ReaderName = keyof typeof READERS

function decodeKey(bytes: Bytes): Parameters<typeof verify>[0] {
  return branded(bytes, 32)
}

const opens = (about: string, input: Fields, opened: string): Vector => ({ about, input, opens: opened })
const refused = (about: string, input: Fields, error: string): Vector => ({ about, input, refused: error })

function base64urlVectors(): Vector[] {
  const good = ['', 'AA', 'AAA', 'AAAA', '_-_-', 'c2VjcmV0']
  const bad: [string, string][] = [
    ['one character over', 'AAAAA'],
    ['tail bits set, one byte', 'AB'],
    ['tail bits set, two bytes', 'AAB'],
    ['padded', 'AA=='],
    ['the other alphabet', '++++'],
    ['a space', 'AA AA'],
    ['a line end', 'AAAA\n'],
  ]
  return [
    ...good.map((value) => opens(`reads ${JSON.stringify(value)}`, { text: value }, value)),
    ...bad.map(([about, value]) => refused(about, { text: value }, 'encoding_invalid: base64url')),
  ]
}

function secretTextVectors(): Vector[] {
  const random = seededRandom('secret-text')
  const vectors: Vector[] = []
  for (const bytes of [new Uint8Array(16), new Uint8Array(16).fill(255), random(16), random(16)]) {
    const key = formatAccountKey(branded<AccountKey>(bytes, 16))
    const code = formatRecoveryCode(branded<RecoveryCode>(bytes, 16))
    vectors.push(opens('account key', { kind: 'account-key', text: key }, b64(bytes)))
    vectors.push(opens('recovery code', { kind: 'recovery-code', text: code }, b64(bytes)))
  }
  const key = formatAccountKey(branded<AccountKey>(random(16), 16))
  const asKey = (about: string, typed: string, error: string) =>
    refused(about, { kind: 'account-key', text: typed }, error)
  const replaced = key.slice(0, 10) + (key[10] === '7' ? '8' : '7') + key.slice(11)
  const swapped = key.slice(0, 3) + key[4] + key[3] + key.slice(5)
  return [
    ...vectors,
    asKey('one character wrong', replaced, 'secret_text_checksum'),
    asKey('two characters swapped', swapped, 'secret_text_checksum'),
    asKey(
      'the prefix retyped',
      key
        .replace('AK', 'RC')
        .replace('RC', 'AK')
        .replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')),
      'secret_text_checksum',
    ),
    asKey('a recovery code', key.replace('AK', 'RC'), 'secret_text_wrong_kind'),
    refused('an account key', { kind: 'recovery-code', text: key }, 'secret_text_wrong_kind'),
    asKey('one short', key.slice(0, -1), 'secret_text_malformed: length'),
    asKey('no prefix', key.slice(3), 'secret_text_malformed: prefix'),
    asKey('a letter it does not have', key.replace(/.$/, 'U'), 'secret_text_malformed: character'),
  ]
}

async function passwordVectors(): Promise<Vector[]> {
  const random = seededRandom('password')
  const input = { password: 'correct ｈorse ñ', userId: randomUuid(random), seed: b64(random(16)), kdf: KDF_DEFAULT }
  const weak: [string, Partial<KdfParameters>, string][] = [
    ['less memory', { memoryKib: 65_535 }, 'kdf_too_weak: memoryKib'],
    ['fewer iterations', { iterations: 2 }, 'kdf_too_weak: iterations'],
    ['no lanes', { parallelism: 0 }, 'kdf_too_weak: parallelism'],
    ['8 GiB', { memoryKib: 8_388_608 }, 'kdf_too_strong: memoryKib'],
    ['endless iterations', { iterations: 1_000_000 }, 'kdf_too_strong: iterations'],
    ['too many lanes', { parallelism: 255 }, 'kdf_too_strong: parallelism'],
    ['version 0', { version: 0 }, 'kdf_unknown: version'],
    ['version 2', { version: 2 }, 'kdf_unknown: version'],
    ['half a lane', { parallelism: 1.5 }, 'kdf_unknown: parallelism'],
  ]
  return [
    opens('authKey', input, await READERS.password(input)),
    ...weak.map(([about, change, error]) => refused(about, { ...input, kdf: { ...KDF_DEFAULT, ...change } }, error)),
    refused('empty', { ...input, password: '' }, 'password_invalid'),
  ]
}

async function recoveryAuthVectors(): Promise<Vector[]> {
  const input = { code: b64(seededRandom('recovery-auth')(16)) }
  return [opens('recoveryAuthKey', input, await READERS.recoveryAuth(input))]
}

function accountVectors({ ana, bo, eve }: Couple): Vector[] {
  const { bundle, userId } = ana.registration
  const common = { userId, atLeastGeneration: 1 }
  const withKey = { ...common, stretched: b64(ana.stretched), accountKey: b64(parseAccountKey(ana.accountKeyText)) }
  const withCode = { ...common, recoveryCode: b64(parseRecoveryCode(ana.recoveryCodeText)) }
  const identity = b64(encodeIdentity(ana.keyring.identity))
  const slot = (index: number, of = bundle) => of.slice(91 + index * SLOT_BYTES, 91 + (index + 1) * SLOT_BYTES)
  const withSlots = (...slots: Bytes[]) =>
    concat(bundle.slice(0, 90), uint8(slots.length), ...slots, bundle.slice(91 + 2 * SLOT_BYTES))
  const altered: [string, Bytes, string][] = [
    ['a slot added', withSlots(slot(0), slot(1), slot(0, eve.registration.bundle)), 'account_tampered: signature'],
    ['the other slot dropped', withSlots(slot(0)), 'account_tampered: signature'],
    ['my slot dropped', withSlots(slot(1)), 'unlock_failed'],
    ['slots reordered', withSlots(slot(1), slot(0)), 'account_tampered: signature'],
    ['the other slot swapped', withSlots(slot(0), slot(1, eve.registration.bundle)), 'account_tampered: signature'],
    ['another account', bo.registration.bundle, 'account_tampered: userId'],
    ['another account under my id', patched(bo.registration.bundle, 6, bundle.slice(6, 22)), 'unlock_failed'],
    ['magic', patched(bundle, 0, uint8(0)), 'account_tampered: magic'],
    ['version 2', patched(bundle, 4, uint8(2)), 'version_unsupported: version'],
    ['suite 0', patched(bundle, 5, uint8(0)), 'version_unsupported: suite'],
    ['generation raised', patched(bundle, 22, uint32(9)), 'account_tampered: signature'],
    ['another signing key', patched(bundle, 26, eve.registration.signingKey), 'account_tampered: anchor'],
    ['another encryption key', patched(bundle, 58, eve.registration.encryptionKey), 'account_tampered: anchor'],
    ['slot id', flipped(bundle, 8 * 92), 'account_tampered: anchor'],
    ['slot recipient', flipped(bundle, 8 * 108), 'unlock_failed'],
    ['slot anchor', flipped(bundle, 8 * 140), 'account_tampered: anchor'],
    ['slot wrap', flipped(bundle, 8 * 172), 'account_tampered: signature'],
    ['sealed keys', flipped(bundle, 8 * (91 + 2 * SLOT_BYTES)), 'account_tampered: signature'],
    ['signature', flipped(bundle, 8 * (bundle.length - 64)), 'account_tampered: signature'],
    ['truncated', bundle.slice(0, -1), 'account_tampered: length'],
    ['extended', concat(bundle, uint8(0)), 'account_tampered: length'],
  ]
  return [
    opens('password and account key', { ...withKey, bundle: b64(bundle) }, identity),
    opens('recovery code', { ...withCode, bundle: b64(bundle) }, identity),
    ...altered.map(([about, bytes, error]) => refused(about, { ...withKey, bundle: b64(bytes) }, error)),
    refused('rolled back', { ...withKey, bundle: b64(bundle), atLeastGeneration: 2 }, 'account_outdated'),
    refused(
      'wrong account key',
      { ...withKey, bundle: b64(bundle), accountKey: b64(new Uint8Array(16)) },
      'unlock_failed',
    ),
    refused('wrong password', { ...withKey, bundle: b64(bundle), stretched: b64(new Uint8Array(32)) }, 'unlock_failed'),
    refused('wrong code', { ...withCode, bundle: b64(bundle), recoveryCode: b64(new Uint8Array(16)) }, 'unlock_failed'),
  ]
}

/** Ana changes her password, then her sheet; what opened the one before does not open the next. */
async function accountChangeVectors({ ana }: Couple): Promise<Vector[]> {
  const random = seededRandom('account change')
  const { userId } = ana.registration
  const stretched = branded<Stretched>(random(32), 32)
  const signIn = await signInKeysOf(userId, stretched)
  const start = { keyring: ana.keyring, bundle: ana.registration.bundle, atLeastGeneration: 1, signIn, passkeys: [] }
  const password = await changeAccountWith(random, { ...start, sheet: 'keep' })
  const renewed = await changeAccountWith(random, {
    ...start,
    keyring: password.keyring,
    bundle: password.bundle,
    sheet: 'new',
  })
  const opener = (of: Couple['ana']['stretched'], accountKey: string) => ({
    userId,
    atLeastGeneration: 1,
    stretched: b64(of),
    accountKey: b64(parseAccountKey(accountKey)),
  })
  const oldPassword = opener(ana.stretched, ana.accountKeyText)
  const newPassword = opener(stretched, ana.accountKeyText)
  const newKey = opener(stretched, renewed.newSheet?.accountKeyText ?? '')
  const code = (text = '') => ({ userId, atLeastGeneration: 1, recoveryCode: b64(parseRecoveryCode(text)) })
  const [oldCode, newCode] = [code(ana.recoveryCodeText), code(renewed.newSheet?.recoveryCodeText)]
  const [second, third] = [{ bundle: b64(password.bundle) }, { bundle: b64(renewed.bundle) }]
  const identity = b64(encodeIdentity(ana.keyring.identity))
  return [
    opens('the new password', { ...newPassword, ...second }, identity),
    opens('the code, after another password', { ...oldCode, ...second }, identity),
    refused('the old password', { ...oldPassword, ...second }, 'unlock_failed'),
    opens('the password, with the new account key', { ...newKey, ...third }, identity),
    opens('the new code', { ...newCode, ...third }, identity),
    refused('the old account key', { ...newPassword, ...third }, 'unlock_failed'),
    refused('the old code', { ...oldCode, ...third }, 'unlock_failed'),
    refused('the old bundle replayed to the new password', { ...newPassword, ...old(ana) }, 'unlock_failed'),
    refused('the old bundle replayed to the new code', { ...newCode, ...old(ana) }, 'unlock_failed'),
    refused(
      'the old bundle replayed to a device that has seen more',
      { ...oldCode, ...old(ana), atLeastGeneration: 3 },
      'account_outdated',
    ),
  ]
}

async function passkeyVectors({ ana, eve }: Couple): Promise<Vector[]> {
  const random = seededRandom('passkeys')
  const { userId } = ana.registration
  const [phone, key] = [
    { id: await passkeyId(random(32)), output: passkeyOutput(random(32)) },
    { id: await passkeyId(random(64)), output: passkeyOutput(random(32)) },
  ]
  const start = { keyring: ana.keyring, bundle: ana.registration.bundle, atLeastGeneration: 1 }
  const one = await changePasskeysWith(random, { ...start, passkeys: [], added: phone })
  const two = await changePasskeysWith(random, { ...start, ...one, passkeys: [phone.id], added: key })
  const removed = await changePasskeysWith(random, { ...start, ...two, passkeys: [key.id] })
  const by = (output: Uint8Array, { bundle }: { bundle: Bytes }, atLeastGeneration = 1) => ({
    userId,
    atLeastGeneration,
    output: b64(output),
    bundle: b64(bundle),
  })
  const code = { userId, atLeastGeneration: 1, recoveryCode: b64(parseRecoveryCode(ana.recoveryCodeText)) }
  const identity = b64(encodeIdentity(ana.keyring.identity))
  return [
    opens('a passkey', by(phone.output, one), identity),
    opens('the first of two', by(phone.output, two), identity),
    opens('the second of two', by(key.output, two), identity),
    opens('the code, beside them', { ...code, bundle: b64(two.bundle) }, identity),
    opens('the one that stays', by(key.output, removed), identity),
    refused('the one that was removed', by(phone.output, removed), 'unlock_failed'),
    refused('one that was not there yet', by(key.output, one), 'unlock_failed'),
    refused('another output', by(flipped(phone.output, 0), one), 'unlock_failed'),
    refused('the bundle before it was removed, replayed', by(phone.output, two, 4), 'account_outdated'),
    refused('a bundle of somebody else', { ...by(phone.output, one), ...old(eve) }, 'account_tampered: userId'),
    refused('a short output', by(phone.output.slice(1), one), 'argument_invalid: length'),
  ]
}

/** What a device takes over into the bundle it seals next: its own last one, and nothing else. */
function carriedSlotsVectors({ ana, eve }: Couple): Vector[] {
  const { bundle } = ana.registration
  const input = { identity: b64(encodeIdentity(ana.keyring.identity)), atLeastGeneration: 1 }
  const slot = (index: number, of = bundle) => of.slice(91 + index * SLOT_BYTES, 91 + (index + 1) * SLOT_BYTES)
  const withSlots = (...slots: Bytes[]) =>
    concat(bundle.slice(0, 90), uint8(slots.length), ...slots, bundle.slice(91 + 2 * SLOT_BYTES))
  const altered: [string, Bytes, string][] = [
    ['a slot added', withSlots(slot(0), slot(1), slot(0, eve.registration.bundle)), 'account_tampered: signature'],
    ['a slot dropped', withSlots(slot(0)), 'account_tampered: signature'],
    ['a slot changed', withSlots(slot(0), slot(1, eve.registration.bundle)), 'account_tampered: signature'],
    ['slots reordered', withSlots(slot(1), slot(0)), 'account_tampered: signature'],
    ['generation raised', patched(bundle, 22, uint32(9)), 'account_tampered: signature'],
    ['another account', eve.registration.bundle, 'account_tampered: identity'],
    ['another encryption key', patched(bundle, 58, eve.registration.encryptionKey), 'account_tampered: identity'],
    [
      'signed by somebody else',
      concat(bundle.slice(0, -64), eve.registration.bundle.slice(-64)),
      'account_tampered: signature',
    ],
    ['truncated', bundle.slice(0, -1), 'account_tampered: length'],
  ]
  return [
    opens('as it was sealed', { ...input, bundle: b64(bundle) }, ['1', b64(slot(0)), b64(slot(1))].join(' ')),
    ...altered.map(([about, bytes, error]) => refused(about, { ...input, bundle: b64(bytes) }, error)),
    refused('older than seen', { ...input, bundle: b64(bundle), atLeastGeneration: 2 }, 'account_outdated'),
  ]
}

const old = ({ registration }: Couple['ana']) => ({ bundle: b64(registration.bundle) })

function statementVectors({ ana, bo }: Couple): Vector[] {
  const statement = utf8Encode('turnstone/v1/ready\0partnership, check-in, freeze epoch 7')
  const signature = sign(ana.keyring, statement)
  const publicKey = b64(ana.registration.signingKey)
  const input = { publicKey, statement: b64(statement), signature: b64(signature) }
  const reserved = utf8Encode(`${LABEL.epoch}\0`)
  const small = patched(new Uint8Array(32), 0, uint8(1))
  return [
    opens('holds', input, 'holds'),
    refused('another statement', { ...input, statement: b64(concat(statement, uint8(0))) }, 'signature_invalid'),
    refused('another signer', { ...input, publicKey: b64(bo.registration.signingKey) }, 'signature_invalid'),
    refused('R altered', { ...input, signature: b64(flipped(signature, 0)) }, 'signature_invalid'),
    refused('s altered', { ...input, signature: b64(flipped(signature, 256)) }, 'signature_invalid'),
    refused('truncated', { ...input, signature: b64(signature.slice(1)) }, 'signature_invalid'),
    refused(
      'small-order key',
      { ...input, publicKey: b64(small), signature: b64(concat(small, new Uint8Array(32))) },
      'signature_invalid',
    ),
    refused('a label of the vault', { ...input, statement: b64(reserved) }, 'context_reserved'),
    refused('no context', { ...input, statement: b64(utf8Encode('ready')) }, 'context_invalid'),
  ]
}

/** What two people compare; each of them may be asked first. */
async function comparedVectors({ ana, bo }: Couple, compared: 'safetyNumber' | 'safetyPhrase'): Promise<Vector[]> {
  const one = b64(encodeIdentity(ana.keyring.identity))
  const other = b64(encodeIdentity(bo.keyring.identity))
  const number = await READERS[compared]({ one, other })
  const broken = b64(patched(encodeIdentity(bo.keyring.identity), 16, new Uint8Array(32)))
  return [
    opens('hers', { one, other }, number),
    opens('his', { one: other, other: one }, number),
    refused('a small-order key', { one, other: broken }, 'identity_invalid: identity'),
  ]
}

type Invitation = {
  readonly secret: InvitationSecret
  readonly offer: Bytes
  readonly answer: Bytes
  readonly second: Bytes
}

async function invitationOf({ ana, bo }: Couple): Promise<Invitation> {
  const { secret, offer } = await createInvitation(ana.keyring)
  const { answer } = await answerInvitation(bo.keyring, { secret, offer })
  const { offer: second } = await createInvitation(ana.keyring)
  return { secret, offer, answer, second }
}

function fragmentVectors({ secret }: Invitation): Vector[] {
  const good = b64(secret)
  const zeros = 'A'.repeat(22)
  return [
    opens('22 characters', { fragment: good }, good),
    refused('empty', { fragment: '' }, 'invitation_malformed'),
    refused('cut', { fragment: good.slice(1) }, 'invitation_malformed'),
    refused('longer', { fragment: `${good}A` }, 'invitation_malformed'),
    refused('tail bits', { fragment: `${zeros.slice(1)}B` }, 'invitation_malformed'),
    refused('padded', { fragment: `${good}==` }, 'invitation_malformed'),
  ]
}

function bundleFlips(bundle: Bytes): [string, Bytes, string][] {
  return [
    ['magic', patched(bundle, 0, uint8(0)), 'invitation_tampered: magic'],
    ['version 2', patched(bundle, 4, uint8(2)), 'version_unsupported: version'],
    ['suite 0', patched(bundle, 5, uint8(0)), 'version_unsupported: suite'],
    ['lookup id', flipped(bundle, 8 * 7), 'invitation_tampered: lookupId'],
    ['salt', flipped(bundle, 8 * 23), 'invitation_tampered: commitment'],
    ['commitment', flipped(bundle, 8 * 55), 'invitation_tampered: commitment'],
    ['ciphertext', flipped(bundle, 8 * 87), 'invitation_tampered: content'],
    ['tag', flipped(bundle, 8 * bundle.length - 1), 'invitation_tampered: content'],
    ['truncated', bundle.slice(0, -1), 'invitation_tampered: length'],
    ['extended', concat(bundle, uint8(0)), 'invitation_tampered: length'],
  ]
}

function offerVectors({ ana }: Couple, { secret, offer, answer, second }: Invitation): Vector[] {
  const input = { secret: b64(secret) }
  return [
    opens('offer', { ...input, offer: b64(offer) }, b64(encodeIdentity(ana.keyring.identity))),
    ...bundleFlips(offer).map(([about, bytes, error]) => refused(about, { ...input, offer: b64(bytes) }, error)),
    refused('an answer reflected', { ...input, offer: b64(answer) }, 'invitation_tampered: role'),
    refused(
      'an answer relabelled',
      { ...input, offer: b64(patched(answer, 6, uint8(1))) },
      'invitation_tampered: commitment',
    ),
    refused('of another invitation', { ...input, offer: b64(second) }, 'invitation_tampered: lookupId'),
  ]
}

async function answerVectors(world: Couple, { secret, offer, answer }: Invitation): Promise<Vector[]> {
  const { ana, bo, eve } = world
  const input = { inviter: b64(encodeIdentity(ana.keyring.identity)), secret: b64(secret), offer: b64(offer) }
  const binding = (await digest(LABEL.invitationHash, offer)).slice(0, 32)
  const header = answer.slice(0, 23)
  const forgeFor = async (identity: Bytes, seedOf: Keyring) => {
    const signature = signAs(secretsOf(seedOf).signingSeed, LABEL.invitationAnswer, header, binding, identity)
    const key = await derive<Bytes>(secret, LABEL.invitationAnswer, [binding])
    return concat(
      header,
      await sealBox(world.random, branded(key, 32), LABEL.invitationAnswer, header, concat(identity, signature)),
    )
  }
  const unsigned = await forgeFor(encodeIdentity(bo.keyring.identity), eve.keyring)
  const mine = await forgeFor(encodeIdentity(ana.keyring.identity), ana.keyring)
  const eves = b64(encodeIdentity(eve.keyring.identity))
  return [
    opens('answer', { ...input, answer: b64(answer) }, b64(encodeIdentity(bo.keyring.identity))),
    ...bundleFlips(answer).map(([about, bytes, error]) => refused(about, { ...input, answer: b64(bytes) }, error)),
    refused('the offer reflected', { ...input, answer: b64(offer) }, 'invitation_tampered: role'),
    refused(
      'the offer relabelled',
      { ...input, answer: b64(patched(offer, 6, uint8(2))) },
      'invitation_tampered: commitment',
    ),
    refused('not signed by whom it names', { ...input, answer: b64(unsigned) }, 'invitation_tampered: signature'),
    refused('the inviter answering herself', { ...input, answer: b64(mine) }, 'invitation_own'),
    refused('to another inviter', { ...input, inviter: eves, answer: b64(answer) }, 'invitation_tampered: inviter'),
  ]
}

function epochVectors({ ana, bo, eve, random, partnershipId, grant, anas }: Couple): Vector[] {
  const checkInId = randomUuid(random)
  const input = {
    me: b64(encodeIdentity(bo.keyring.identity)),
    encryptionSecret: b64(secretsOf(bo.keyring).encryptionSecret),
    partnershipId,
    epoch: 1,
    role: 'invitee',
    partner: b64(encodeIdentity(ana.keyring.identity)),
    checkInId,
  }
  const anaInput = {
    ...input,
    me: input.partner,
    encryptionSecret: b64(secretsOf(ana.keyring).encryptionSecret),
    role: 'inviter',
    partner: input.me,
  }
  const signed = (body: Bytes, by = ana) => concat(body, signAs(secretsOf(by.keyring).signingSeed, LABEL.epoch, body))
  const swapped = concat(grant.slice(0, 219), grant.slice(363, 507), grant.slice(219, 363))
  const altered: [string, Bytes, string][] = [
    ['magic', patched(grant, 0, uint8(0)), 'epoch_tampered: magic'],
    ['version 2', patched(grant, 4, uint8(2)), 'version_unsupported: version'],
    ['suite 0', patched(grant, 5, uint8(0)), 'version_unsupported: suite'],
    ['partnership', flipped(grant, 8 * 6), 'epoch_mismatch: partnershipId'],
    ['epoch 0', patched(grant, 22, uint32(0)), 'epoch_outdated'],
    ['epoch 2', patched(grant, 22, uint32(2)), 'epoch_unknown'],
    ['wrapper: the invitee, in epoch 1', patched(grant, 26, uint8(2)), 'epoch_mismatch: wrapper'],
    ['wrapper: nobody', patched(grant, 26, uint8(0)), 'epoch_mismatch: wrapper'],
    ['inviter', flipped(grant, 8 * 27), 'epoch_mismatch: inviter'],
    ['invitee', flipped(grant, 8 * 107), 'epoch_mismatch: invitee'],
    ['check', flipped(grant, 8 * 187), 'epoch_tampered: signature'],
    ['wrap', flipped(grant, 8 * 363), 'epoch_tampered: signature'],
    ['signature', flipped(grant, 8 * 507), 'epoch_tampered: signature'],
    ['signed by a stranger', signed(grant.slice(0, -64), eve), 'epoch_tampered: signature'],
    ['wraps swapped, signed again', signed(swapped), 'epoch_tampered: commitment'],
    ['wrap altered, signed again', signed(flipped(grant.slice(0, -64), 8 * 460)), 'epoch_tampered: content'],
    ['truncated', grant.slice(0, -1), 'epoch_tampered: length'],
    ['extended', concat(grant, uint8(0)), 'epoch_tampered: length'],
  ]
  return [
    {
      about: 'the key, the record id of the check-in, and the entry id of a line with that id',
      input: { ...input, grant: b64(grant) },
      opens: b64(epochKeyOf(anas)),
    },
    { about: 'the wrapper’s other device', input: { ...anaInput, grant: b64(grant) }, opens: b64(epochKeyOf(anas)) },
    ...altered.map(([about, bytes, error]) => refused(about, { ...input, grant: b64(bytes) }, error)),
    refused('an old epoch', { ...input, epoch: 2, grant: b64(grant) }, 'epoch_outdated'),
    refused('the wrong role', { ...input, role: 'inviter', grant: b64(grant) }, 'epoch_mismatch: inviter'),
    refused(
      'another pinned partner',
      { ...input, partner: b64(encodeIdentity(eve.keyring.identity)), grant: b64(grant) },
      'epoch_mismatch: inviter',
    ),
    refused(
      'another recipient',
      { ...input, me: b64(encodeIdentity(eve.keyring.identity)), grant: b64(grant) },
      'epoch_mismatch: invitee',
    ),
  ]
}

const entryIds = async (partnership: Partnership, id: Uuid) =>
  `${await recordId(partnership, id)} ${await lineEntryId(partnership, id)}`

const SIGNED: readonly EnvelopeKind[] = ['record', 'utterance', 'words', 'reason', 'shared']
const CHAINED: readonly EnvelopeKind[] = ['record', 'words', 'shared']
const KINDS: readonly EnvelopeKind[] = [
  'page',
  'record',
  'utterance',
  'words',
  'reason',
  'profile',
  'pins',
  'invitation',
  'shared',
  'jottings',
  'label',
]

async function envelopeVectors(world: Couple): Promise<Vector[]> {
  const { random, ana, bo } = world
  const key = branded<Parameters<typeof sealEnvelope>[1]>(random(32), 32)
  const ids = {
    scopeId: randomUuid(random),
    entryId: randomUuid(random),
    authorId: ana.registration.userId,
    deviceId: randomUuid(random),
  }
  const previousHash = branded<EnvelopeHash>(random(32), 32)
  const headerOf = (kind: EnvelopeKind): EnvelopeHeader => ({
    kind,
    ...ids,
    deviceCounter: 2 ** 40 + 7,
    keyEpoch: 2,
    entryVersion: 3,
    previousHash: CHAINED.includes(kind) ? previousHash : 'first',
  })
  const toJson = (header: EnvelopeHeader) => ({
    ...header,
    previousHash: header.previousHash === 'first' ? 'first' : b64(header.previousHash),
  })
  const signerOf = (kind: EnvelopeKind, by: Couple['ana'] = ana): Signer | undefined =>
    SIGNED.includes(kind) ? (label, body) => signAs(secretsOf(by.keyring).signingSeed, label, body) : undefined
  const author = (kind: EnvelopeKind) => (SIGNED.includes(kind) ? { author: b64(ana.registration.signingKey) } : {})
  const seal = async (header: EnvelopeHeader, content: string, by?: Couple['ana']) =>
    (await sealEnvelope(random, key, header, utf8Encode(content), signerOf(header.kind, by))).bytes
  const inputOf = (kind: EnvelopeKind, envelope: Bytes) => ({
    key: b64(key),
    expected: toJson(headerOf(kind)),
    ...author(kind),
    envelope: b64(envelope),
  })
  const vectors: Vector[] = []
  for (const kind of KINDS) {
    for (const content of ['', `${kind}: ñ 🐦`, 'x'.repeat(252)]) {
      vectors.push(
        opens(`${kind}, ${content.length} characters`, inputOf(kind, await seal(headerOf(kind), content)), content),
      )
    }
  }
  const other = randomUuid(random)
  const changes: [string, Partial<EnvelopeHeader>][] = [
    ['scopeId', { scopeId: other }],
    ['entryId', { entryId: other }],
    ['authorId', { authorId: bo.registration.userId }],
    ['deviceId', { deviceId: other }],
    ['deviceCounter', { deviceCounter: 1 }],
    ['keyEpoch', { keyEpoch: 1 }],
    ['entryVersion', { entryVersion: 2 }],
    ['previousHash', { previousHash: branded<EnvelopeHash>(random(32), 32) }],
  ]
  for (const kind of ['page', 'words'] as const) {
    const honest = await seal(headerOf(kind), 'here')
    for (const [field, change] of changes) {
      const elsewhere = await seal({ ...headerOf(kind), ...change }, 'elsewhere')
      const swapped = refused(
        `${kind}: sealed for another ${field}`,
        inputOf(kind, elsewhere),
        `envelope_mismatch: ${field}`,
      )
      const told = { ...inputOf(kind, honest), expected: toJson({ ...headerOf(kind), ...change }) }
      vectors.push(swapped, refused(`${kind}: expected with another ${field}`, told, `envelope_mismatch: ${field}`))
      const forgedHeader = concat(elsewhere.slice(0, 119), honest.slice(119))
      vectors.push(
        refused(
          `${kind}: ${field} changed for a reader who expects it so`,
          { ...told, envelope: b64(forgedHeader) },
          kind === 'words' ? 'envelope_forged: signature' : 'envelope_tampered: commitment',
        ),
      )
    }
    const tampered = kind === 'words' ? 'envelope_forged: signature' : undefined
    const spots: [string, Bytes, string][] = [
      ['magic', patched(honest, 0, uint8(0)), 'envelope_malformed: magic'],
      ['version 0', patched(honest, 4, uint8(0)), 'version_unsupported: version'],
      ['version 2', patched(honest, 4, uint8(2)), 'version_unsupported: version'],
      ['suite 0', patched(honest, 5, uint8(0)), 'version_unsupported: suite'],
      ['kind', patched(honest, 6, uint8(9)), 'envelope_mismatch: kind'],
      ['device counter, top bit', patched(honest, 71, uint64(2 ** 52)), 'envelope_mismatch: deviceCounter'],
      ['salt', flipped(honest, 8 * 119), tampered ?? 'envelope_tampered: commitment'],
      ['commitment', flipped(honest, 8 * 151), tampered ?? 'envelope_tampered: commitment'],
      ['ciphertext', flipped(honest, 8 * 183), tampered ?? 'envelope_tampered: content'],
      ['last byte', flipped(honest, 8 * honest.length - 1), tampered ?? 'envelope_tampered: content'],
      ['empty', new Uint8Array(0), 'envelope_malformed: length'],
      ['header alone', honest.slice(0, 119), 'envelope_malformed: length'],
      ['truncated', honest.slice(0, -1), 'envelope_malformed: length'],
      ['extended', concat(honest, uint8(0)), 'envelope_malformed: length'],
    ]
    for (const [about, bytes, error] of spots) vectors.push(refused(`${kind}: ${about}`, inputOf(kind, bytes), error))
    const wrongKey = { ...inputOf(kind, honest), key: b64(new Uint8Array(32)) }
    vectors.push(refused(`${kind}: wrong key`, wrongKey, 'envelope_tampered: commitment'))
  }
  const page = await seal(headerOf('page'), 'here')
  const header = page.slice(0, 119)
  const padded = concat(uint32(4), utf8Encode('here'), new Uint8Array(504))
  const foreign = concat(header, await boxWithForeignCommitment(key, LABEL.envelope, header, padded))
  vectors.push(refused('page: valid tag, wrong commitment', inputOf('page', foreign), 'envelope_tampered: commitment'))
  const paddings: [string, Bytes][] = [
    ['a byte in the padding', patched(padded, 511, uint8(1))],
    ['length beyond the end', patched(padded, 0, uint32(509))],
    ['length of four gigabytes', patched(padded, 0, uint32(2 ** 32 - 1))],
    ['length too short', patched(padded, 0, uint32(3))],
    ['more padding than needed', concat(padded, new Uint8Array(512))],
  ]
  for (const [about, content] of paddings) {
    const envelope = concat(header, await sealBox(random, key, LABEL.envelope, header, content))
    vectors.push(refused(`page: ${about}`, inputOf('page', envelope), 'envelope_tampered: padding'))
  }
  for (const kind of SIGNED) {
    const forged = await seal(headerOf(kind), 'not mine', bo)
    vectors.push(refused(`${kind}: signed by the partner`, inputOf(kind, forged), 'envelope_forged: signature'))
  }
  // Last, so that the vectors above keep their randomness.
  for (const content of ['', 'kit: ñ 🐦', 'x'.repeat(4_093)]) {
    const sealed = await seal(headerOf('kit'), content)
    vectors.push(opens(`kit, ${content.length} characters`, inputOf('kit', sealed), content))
  }
  const kitHeader = (await seal(headerOf('kit'), '')).slice(0, 119)
  const kitOf = async (padded: Bytes) =>
    concat(kitHeader, await sealBox(random, key, LABEL.envelope, kitHeader, padded))
  const inUnit = concat(uint32(4), utf8Encode('here'), new Uint8Array(4_088))
  const kits: [string, Bytes, string][] = [
    ['jottings in its place', await seal(headerOf('jottings'), 'here'), 'envelope_mismatch: kind'],
    ['a page in its place', await seal(headerOf('page'), 'here'), 'envelope_mismatch: kind'],
    [
      'an older one in its place',
      await seal({ ...headerOf('kit'), entryVersion: 2 }, 'here'),
      'envelope_mismatch: entryVersion',
    ],
    [
      'of somebody else',
      await seal({ ...headerOf('kit'), authorId: bo.registration.userId }, 'here'),
      'envelope_mismatch: authorId',
    ],
    ['padded to less than its unit', await kitOf(padded), 'envelope_malformed: length'],
    ['padded to more than needed', await kitOf(concat(inUnit, new Uint8Array(4_096))), 'envelope_tampered: padding'],
    ['a byte in the padding', await kitOf(patched(inUnit, 4_095, uint8(1))), 'envelope_tampered: padding'],
  ]
  for (const [about, bytes, error] of kits) vectors.push(refused(`kit: ${about}`, inputOf('kit', bytes), error))
  return vectors
}

/** All vector files, by name. Deterministic: the same bytes at every run. */
export async function buildVectors(): Promise<Readonly<Record<string, VectorFile>>> {
  const world = await couple('turnstone vault vectors, version 1')
  const invitation = await invitationOf(world)
  return {
    base64url: { reader: 'base64url', vectors: base64urlVectors() },
    'secret-text': { reader: 'secretText', vectors: secretTextVectors() },
    password: { reader: 'password', vectors: await passwordVectors() },
    'recovery-auth': { reader: 'recoveryAuth', vectors: await recoveryAuthVectors() },
    account: { reader: 'account', vectors: accountVectors(world) },
    'account-change': { reader: 'account', vectors: await accountChangeVectors(world) },
    passkey: { reader: 'account', vectors: await passkeyVectors(world) },
    'carried-slots': { reader: 'carriedSlots', vectors: carriedSlotsVectors(world) },
    statement: { reader: 'statement', vectors: statementVectors(world) },
    'safety-number': { reader: 'safetyNumber', vectors: await comparedVectors(world, 'safetyNumber') },
    'safety-phrase': { reader: 'safetyPhrase', vectors: await comparedVectors(world, 'safetyPhrase') },
    fragment: { reader: 'fragment', vectors: fragmentVectors(invitation) },
    offer: { reader: 'offer', vectors: offerVectors(world, invitation) },
    answer: { reader: 'answer', vectors: await answerVectors(world, invitation) },
    epoch: { reader: 'epoch', vectors: await withEntryIds(world, epochVectors(world)) },
    envelope: { reader: 'envelope', vectors: await envelopeVectors(world) },
  }
}

async function withEntryIds({ anas }: Couple, vectors: readonly Vector[]): Promise<Vector[]> {
  const withIds = vectors.map(async (vector) =>
    'opens' in vector
      ? { ...vector, opens: `${vector.opens} ${await entryIds(anas, vector.input.checkInId as Uuid)}` }
      : vector,
  )
  return Promise.all(withIds)
}

export function formatVectors(file: VectorFile): string {
  return `${JSON.stringify(file, null, 2)}\n`
}
