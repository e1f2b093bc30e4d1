import { BOX_OVERHEAD_BYTES, openBox, sealBox } from './box.ts'
import {
  type Bytes,
  branded,
  concat,
  copied,
  equal,
  fromBase64url,
  type InvitationKey,
  type InvitationLookupId,
  type InvitationSecret,
  type Signature,
  toBase64url,
  uint8,
  utf8Encode,
} from './bytes.ts'
import { derive, digest } from './derive.ts'
import { VaultError } from './errors.ts'
import { decodeIdentityAs, encodeIdentity, IDENTITY_BYTES, type Identity, samePerson } from './identity.ts'
import { type Keyring, secretsOf } from './keyring.ts'
import { LABEL } from './labels.ts'
import { holdsAs, SIGNATURE_BYTES, signAs } from './signing.ts'

const MAGIC = utf8Encode('TSIN')
const VERSION = 1
const SUITE = 1
const SECRET_BYTES = 16
const LOOKUP_ID_BYTES = 16
const HEADER_BYTES = 4 + 1 + 1 + 1 + LOOKUP_ID_BYTES

/** Size of every offer and every answer. */
export const INVITATION_BUNDLE_BYTES = HEADER_BYTES + BOX_OVERHEAD_BYTES + IDENTITY_BYTES + SIGNATURE_BYTES

// The two directions differ in role byte, box key and signature label, so neither bundle can stand in for the other.
const OFFER = { role: 1, label: LABEL.invitationOffer } as const
const ANSWER = { role: 2, label: LABEL.invitationAnswer } as const
type Direction = typeof OFFER | typeof ANSWER

export type NewInvitation = {
  readonly secret: InvitationSecret
  readonly lookupId: InvitationLookupId
  /** For the server to keep under `lookupId`. */
  readonly offer: Bytes
}

/** The 22 characters that go into the URL fragment or the QR code, nowhere else. */
export function formatInvitationSecret(secret: InvitationSecret): string {
  return toBase64url(branded(secret, SECRET_BYTES))
}

/** `invitation_malformed` unless the text is exactly what `formatInvitationSecret` gives. */
export function parseInvitationSecret(fragment: string): InvitationSecret {
  try {
    return branded(fromBase64url(fragment), SECRET_BYTES)
  } catch {
    throw new VaultError('invitation_malformed')
  }
}

/** 16 bytes by which the server finds the invitation; it tells nothing about the secret. */
export function invitationLookupId(secret: InvitationSecret): Promise<InvitationLookupId> {
  return derive<InvitationLookupId>(branded(secret, SECRET_BYTES), LABEL.invitationId, [], LOOKUP_ID_BYTES)
}

async function headerOf(direction: Direction, secret: InvitationSecret): Promise<Bytes> {
  return concat(MAGIC, uint8(VERSION), uint8(SUITE), uint8(direction.role), await invitationLookupId(secret))
}

async function sealBundle(
  keyring: Keyring,
  name: string,
  direction: Direction,
  secret: InvitationSecret,
  binding: Bytes,
) {
  const { random, signingSeed } = secretsOf(keyring)
  const header = await headerOf(direction, secret)
  const identity = encodeIdentity({ ...keyring.identity, name })
  const signature = signAs(signingSeed, direction.label, header, binding, identity)
  const key = await derive<InvitationKey>(secret, direction.label, [binding])
  return concat(header, await sealBox(random, key, direction.label, header, concat(identity, signature)))
}

async function openBundle(
  direction: Direction,
  secret: InvitationSecret,
  binding: Bytes,
  bundle: Bytes,
): Promise<Identity> {
  if (bundle.length !== INVITATION_BUNDLE_BYTES) throw new VaultError('invitation_tampered', 'length')
  const header = await headerOf(direction, secret)
  const claimed = bundle.slice(0, HEADER_BYTES)
  if (!equal(claimed.slice(0, 4), MAGIC)) throw new VaultError('invitation_tampered', 'magic')
  if (claimed[4] !== VERSION) throw new VaultError('version_unsupported', 'version')
  if (claimed[5] !== SUITE) throw new VaultError('version_unsupported', 'suite')
  if (claimed[6] !== direction.role) throw new VaultError('invitation_tampered', 'role')
  if (!equal(claimed, header)) throw new VaultError('invitation_tampered', 'lookupId')
  const key = await derive<InvitationKey>(secret, direction.label, [binding])
  const content = await openBox(key, direction.label, header, bundle.slice(HEADER_BYTES), 'invitation_tampered')
  if (content.length !== IDENTITY_BYTES + SIGNATURE_BYTES) throw new VaultError('invitation_tampered', 'length')
  const encoded = content.slice(0, IDENTITY_BYTES)
  const identity = decodeIdentityAs(encoded, 'invitation_tampered')
  const signature = branded<Signature>(content.slice(IDENTITY_BYTES), SIGNATURE_BYTES)
  if (!holdsAs(identity.signingKey, signature, direction.label, header, binding, encoded)) {
    throw new VaultError('invitation_tampered', 'signature')
  }
  return identity
}

const NO_BINDING: Bytes = new Uint8Array(0)

async function offerHash(offer: Bytes): Promise<Bytes> {
  return (await digest(LABEL.invitationHash, offer)).slice(0, 32)
}

/**
 * A fresh secret and my identity sealed under it, for the server to hold until the other looks. `name`: how I am called
 * now, if that is not the name of the account.
 */
export async function createInvitation(keyring: Keyring, name = keyring.identity.name): Promise<NewInvitation> {
  const { random } = secretsOf(keyring)
  const secret = branded<InvitationSecret>(random(SECRET_BYTES), SECRET_BYTES)
  const offer = await sealBundle(keyring, name, OFFER, secret, NO_BINDING)
  return { secret, lookupId: await invitationLookupId(secret), offer }
}

/** Who asks. Needs no account. Errors: `invitation_tampered`, `version_unsupported`. */
export async function openInvitation(secret: InvitationSecret, offer: Uint8Array): Promise<Identity> {
  return openBundle(OFFER, branded(secret, SECRET_BYTES), NO_BINDING, copied(offer))
}

/** The invitation as either side holds it: the secret, and the offer as the server handed it out. */
export type InvitationInHand = { readonly secret: InvitationSecret; readonly offer: Uint8Array }

/**
 * Checks the offer again and answers exactly that one. Returns my sealed identity for the server to pass on, and the
 * inviter's to pin. Errors: as `openInvitation`, and `invitation_own` for my own invitation.
 */
export async function answerInvitation(
  keyring: Keyring,
  invitation: InvitationInHand,
  name = keyring.identity.name,
): Promise<{ readonly answer: Bytes; readonly inviter: Identity }> {
  const secret = branded<InvitationSecret>(invitation.secret, SECRET_BYTES)
  const offer = copied(invitation.offer)
  const inviter = await openInvitation(secret, offer)
  refuseSelf(keyring, inviter)
  const answer = await sealBundle(keyring, name, ANSWER, secret, await offerHash(offer))
  return { answer, inviter }
}

/**
 * Who accepted: show this to the inviter and ask before starting epoch 1. Fails with `invitation_tampered` unless the
 * offer is mine and the answer was made for it by somebody who holds the secret.
 */
export async function openAnswer(
  keyring: Keyring,
  invitation: InvitationInHand & { readonly answer: Uint8Array },
): Promise<Identity> {
  const secret = branded<InvitationSecret>(invitation.secret, SECRET_BYTES)
  const offer = copied(invitation.offer)
  const answer = copied(invitation.answer)
  if (!samePerson(await openInvitation(secret, offer), keyring.identity)) {
    throw new VaultError('invitation_tampered', 'inviter')
  }
  const invitee = await openBundle(ANSWER, secret, await offerHash(offer), answer)
  refuseSelf(keyring, invitee)
  return invitee
}

function refuseSelf(keyring: Keyring, other: Identity): void {
  const mine = keyring.identity
  const shared =
    other.userId === mine.userId ||
    equal(other.signingKey, mine.signingKey) ||
    equal(other.encryptionKey, mine.encryptionKey)
  if (shared) throw new VaultError('invitation_own')
}
