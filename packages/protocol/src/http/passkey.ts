import * as z from 'zod'
import { Bytes, Id, Key, WallMs } from '../scalars.ts'
import { SealedKeys } from './account.ts'
import { route } from './contract.ts'

/** As authenticators make them. */
const CredentialId = Bytes(1, 1023)
const Challenge = Bytes(32, 32)
const ClientData = Bytes(1, 8192)

/** What its owner calls it, sealed for themselves: always of one size. Null where the pages were closed when it was made. */
const Label = Bytes(711, 711)

/** The domain that passkeys belong to. Null where the address is a bare number: browsers make none for those. */
const Domain = z.string().min(1).max(253)

export const listPasskeys = route({
  method: 'GET',
  path: '/api/passkeys',
  summary: 'My passkeys, newest first, and the domain they belong to.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({
    domain: Domain.nullable(),
    passkeys: z.array(z.strictObject({ credentialId: CredentialId, createdAtMs: WallMs, label: Label.nullable() })),
  }),
  errors: [],
})

export const beginPasskey = route({
  method: 'POST',
  path: '/api/passkeys/challenges/new',
  summary: 'A challenge for making a passkey, for whoever proves the password again. Good once, for five minutes.',
  auth: 'session',
  body: z.strictObject({ authKey: Key }),
  status: 200,
  reply: z.strictObject({ domain: Domain, challenge: Challenge, userId: Id }),
  errors: ['passkeys_unavailable', 'wrong_password', 'too_many_requests'],
})

export const addPasskey = route({
  method: 'POST',
  path: '/api/passkeys',
  summary:
    'Add the passkey that was made for this challenge. The person was verified, and it can be found without a name. With `sealedKeys` it opens my keys too: they are replaced with it, or nothing is.',
  auth: 'session',
  body: z.strictObject({
    challenge: Challenge,
    credentialId: CredentialId,
    clientData: ClientData,
    attestation: Bytes(1, 16_384),
    label: Label.optional(),
    sealedKeys: SealedKeys.optional(),
  }),
  status: 204,
  errors: ['passkey_refused', 'passkeys_unavailable', 'version_conflict', 'bad_signature'],
})

export const removePasskey = route({
  method: 'POST',
  path: '/api/passkeys/:credentialId/remove',
  summary:
    'Remove a passkey of mine, for whoever proves the password again, and with `sealedKeys` its way into my keys.',
  auth: 'session',
  params: z.strictObject({ credentialId: CredentialId }),
  body: z.strictObject({ authKey: Key, sealedKeys: SealedKeys.optional() }),
  status: 204,
  errors: ['not_found', 'wrong_password', 'too_many_requests', 'version_conflict', 'bad_signature'],
})

export const beginSignIn = route({
  method: 'POST',
  path: '/api/passkeys/challenges',
  summary: 'A challenge for signing in with a passkey, without saying who. Good once, for five minutes.',
  auth: 'none',
  status: 200,
  reply: z.strictObject({ domain: Domain, challenge: Challenge }),
  errors: ['passkeys_unavailable'],
})

export const Assertion = z.strictObject({
  challenge: Challenge,
  credentialId: CredentialId,
  clientData: ClientData,
  authenticatorData: Bytes(37, 4096),
  signature: Bytes(1, 4096),
})

export const startSessionByPasskey = route({
  method: 'POST',
  path: '/api/internal/sessions/by-passkey',
  summary: 'Start a session for whoever answered a challenge with a passkey. Only the cookie issuer calls this.',
  auth: 'internal',
  body: Assertion,
  status: 201,
  reply: z.strictObject({ userId: Id, sessionId: Id, sessionVersion: z.int().positive() }),
  errors: ['passkey_refused', 'passkeys_unavailable'],
})
