import { randomBytes, randomUUID } from 'node:crypto'
import {
  type VerifiedAuthenticationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { http, RouteInput } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { verifyAuthKey } from '../../infra/auth-hash.ts'
import { toBytes } from '../../infra/bytes.ts'
import { TryLimiter } from '../../infra/try-limiter.ts'
import { isUniqueViolation } from '../../infra/unique-violation.ts'
import { requireOwnSignature } from '../account/commands.ts'
import type { Person } from '../session/queries.ts'
import { domainOf } from './domain.ts'
import {
  deletePasskey,
  findOwner,
  findPasskey,
  insertChallenge,
  insertPasskey,
  insertSessionBy,
  takeChallenge,
} from './store.ts'

type NewPasskey = RouteInput<typeof http.passkey.addPasskey>['body']
type Removal = RouteInput<typeof http.passkey.removePasskey>['body']
type Assertion = RouteInput<typeof http.passkey.startSessionByPasskey>['body']

const CHALLENGE_BYTES = 32
const CHALLENGE_MS = 5 * 60_000
const SESSION_MS = 90 * 86_400_000

const wrongTries = new TryLimiter({ tries: 10, windowMs: 15 * 60_000 })

/** Errors: `passkeys_unavailable`. */
export function requireDomain({ config }: Context): string {
  const domain = domainOf(config)
  if (!domain) throw new AppError('passkeys_unavailable')
  return domain
}

/** A new challenge, for one account to make a passkey, or for anybody to sign in. */
export async function makeChallenge({ db, clock }: Context, accountId: string | null): Promise<string> {
  const challenge = randomBytes(CHALLENGE_BYTES)
  const now = clock.now().wallMs
  const expiresAt = new Date(now + CHALLENGE_MS)
  await insertChallenge(db, { challenge: new Uint8Array(challenge), accountId, expiresAt }, new Date(now))
  return challenge.toString('base64url')
}

/** Somebody in front of a signed-in device is not yet its owner. Errors: `wrong_password`, `too_many_requests`. */
export async function requirePassword(
  { clock, db, secrets }: Context,
  { accountId, sessionId }: Person,
  authKey: string,
): Promise<void> {
  const now = clock.now().wallMs
  const waitMs = wrongTries.waitMs(sessionId, now)
  if (waitMs > 0) throw new AppError('too_many_requests', { retryAfterMs: waitMs })
  const { authHash } = await findOwner(db, accountId)
  if (!(await verifyAuthKey(authHash, authKey, secrets.pepper))) {
    wrongTries.count(sessionId, now)
    throw new AppError('wrong_password')
  }
  wrongTries.forget(sessionId)
}

/**
 * Whoever has a challenge of this account has just proven the password: that stands for the keys too.
 * Errors: `passkey_refused`, `passkeys_unavailable`, `version_conflict`, `bad_signature`.
 */
export async function addPasskey(context: Context, person: Person, body: NewPasskey): Promise<void> {
  const { accountId, sessionId } = person
  const domain = requireDomain(context)
  await requireChallenge(context, body.challenge, accountId)
  const keys = await ownKeys(context, accountId, body.sealedKeys)
  const { verified, registrationInfo } = await refusing(
    verifyRegistrationResponse({
      response: {
        id: body.credentialId,
        rawId: body.credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: body.clientData, attestationObject: body.attestation },
      },
      expectedChallenge: body.challenge,
      expectedOrigin: [...context.config.allowedOrigins],
      expectedRPID: domain,
      requireUserVerification: true,
    }),
  )
  if (!verified || !registrationInfo) throw new AppError('passkey_refused')
  const { id, publicKey, counter } = registrationInfo.credential
  const label = body.label ? toBytes(body.label) : null
  const passkey = { credentialId: toBytes(id), accountId, publicKey, counter: BigInt(counter), label }
  const outcome = await insertPasskey(context.db, passkey, { sessionId, keys }).catch((error: unknown) => {
    if (isUniqueViolation(error)) throw new AppError('passkey_refused')
    throw error
  })
  if (outcome === 'ended') throw new AppError('signed_out')
  if (outcome === 'late') throw new AppError('version_conflict')
}

/** Errors: `not_found`, `wrong_password`, `too_many_requests`, `version_conflict`, `bad_signature`. */
export async function removePasskey(context: Context, person: Person, credentialId: string, body: Removal) {
  const { accountId } = person
  await requirePassword(context, person, body.authKey)
  const keys = await ownKeys(context, accountId, body.sealedKeys)
  const outcome = await deletePasskey(context.db, { accountId, credentialId: toBytes(credentialId) }, keys)
  if (outcome === 'unknown') throw new AppError('not_found')
  if (outcome === 'late') throw new AppError('version_conflict')
}

/** Which passkeys open the keys, only whoever can open them says. */
async function ownKeys({ db }: Context, accountId: string, sealed: NewPasskey['sealedKeys']) {
  if (!sealed) return null
  requireOwnSignature(await findOwner(db, accountId), sealed)
  return { keys: toBytes(sealed.keys), version: sealed.version }
}

/** Starts a session for whoever answered a challenge of ours with a passkey of theirs. Errors: `passkey_refused`. */
export async function startSessionByPasskey(context: Context, assertion: Assertion) {
  const { clock, db } = context
  const domain = requireDomain(context)
  await requireChallenge(context, assertion.challenge, null)
  const credentialId = toBytes(assertion.credentialId)
  const passkey = await findPasskey(db, credentialId)
  if (!passkey) throw new AppError('passkey_refused')
  const { authenticationInfo } = await verifyAssertion(context, assertion, passkey, domain)
  const now = clock.now().wallMs
  const session = await insertSessionBy(
    db,
    { credentialId, counter: BigInt(authenticationInfo.newCounter) },
    { id: randomUUID(), accountId: passkey.accountId, startedAt: new Date(now), expiresAt: new Date(now + SESSION_MS) },
  )
  if (!session) throw new AppError('passkey_refused')
  return { userId: passkey.accountId, sessionId: session.id, sessionVersion: session.version }
}

async function verifyAssertion(
  { config }: Context,
  { challenge, credentialId, clientData, authenticatorData, signature }: Assertion,
  passkey: { publicKey: Uint8Array; counter: bigint },
  domain: string,
): Promise<VerifiedAuthenticationResponse> {
  const result = await refusing(
    verifyAuthenticationResponse({
      response: {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: clientData, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: [...config.allowedOrigins],
      expectedRPID: domain,
      credential: {
        id: credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: Number(passkey.counter),
      },
      requireUserVerification: true,
    }),
  )
  if (!result.verified) throw new AppError('passkey_refused')
  return result
}

async function requireChallenge({ db, clock }: Context, challenge: string, accountId: string | null): Promise<void> {
  const now = new Date(clock.now().wallMs)
  const isOurs = await takeChallenge(db, { challenge: toBytes(challenge), accountId, now })
  if (!isOurs) throw new AppError('passkey_refused')
}

/** The library throws for everything that does not fit; which part it was is nobody's business. */
async function refusing<Result>(verification: Promise<Result>): Promise<Result> {
  try {
    return await verification
  } catch {
    throw new AppError('passkey_refused')
  }
}
