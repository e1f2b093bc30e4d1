import * as z from 'zod'
import { Bundle, Bytes, Email, Id, Key, Signature } from '../scalars.ts'
import { route } from './contract.ts'

/** How a password becomes a key on the device. A device refuses what is below its own floor. */
export const Kdf = z.strictObject({
  version: z.literal(1),
  memoryKib: z.int().positive(),
  iterations: z.int().positive(),
  parallelism: z.int().positive(),
})
export const PublicKeys = z.strictObject({ signing: Key, encryption: Key })

/** What turns a password into keys: all of it made on the device, and `authKey` what it came to. */
export const NewPassword = z.strictObject({ seed: Bytes(16, 16), kdf: Kdf, authKey: Key })

/**
 * My keys, sealed anew: `version` is one more than the version they were made on. The signature is of the
 * `account-keys` statement by my registered key, so that nobody without my keys can put others in their place.
 */
export const SealedKeys = z.strictObject({ version: z.int().positive(), keys: Bundle, signature: Signature })

/** Things a person keeps sealed for themselves; the server sees a kind, a version and bytes. */
export const SealedKind = z.enum(['profile', 'pins', 'jottings', 'kit'])
export type SealedKind = z.infer<typeof SealedKind>
export const SealedItem = z.strictObject({ kind: SealedKind, version: z.int().positive(), sealed: Bundle })

export const lookUpAccount = route({
  method: 'POST',
  path: '/api/accounts/lookup',
  summary: 'What a device needs to turn a password into keys. Unknown e-mails get a steady answer that looks alike.',
  auth: 'none',
  body: z.strictObject({ email: Email }),
  status: 200,
  reply: z.strictObject({ userId: Id, seed: Bytes(16, 16), kdf: Kdf }),
  errors: [],
})

export const createAccount = route({
  method: 'POST',
  path: '/api/accounts',
  summary: 'Create an account from keys made on the device. Neither password nor account key are in it.',
  auth: 'none',
  body: z.strictObject({
    userId: Id,
    email: Email,
    seed: Bytes(16, 16),
    kdf: Kdf,
    authKey: Key,
    recoveryAuthKey: Key,
    keys: Bundle,
    publicKeys: PublicKeys,
    profile: Bundle,
  }),
  status: 201,
  reply: z.strictObject({ userId: Id }),
  errors: ['email_taken'],
})

export const getAccount = route({
  method: 'GET',
  path: '/api/account',
  summary: 'My own account: sealed keys and what I keep sealed for myself.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({
    userId: Id,
    email: z.string(),
    seed: Bytes(16, 16),
    kdf: Kdf,
    keys: Bundle,
    keysVersion: z.int().positive(),
    /** What the sealed keys were made for, where a mail has set another password since; null as long as they fit. */
    keysBehind: z.strictObject({ seed: Bytes(16, 16), kdf: Kdf }).nullable(),
    publicKeys: PublicKeys,
    sealed: z.array(SealedItem),
  }),
  errors: [],
})

export const putSealed = route({
  method: 'PUT',
  path: '/api/account/sealed/:kind',
  summary:
    'Replace what I keep sealed under this kind. `version` is one more than the version it was made on (1 for the first).',
  auth: 'session',
  params: z.strictObject({ kind: SealedKind }),
  body: z.strictObject({ version: z.int().positive(), sealed: Bundle }),
  status: 204,
  errors: ['version_conflict'],
})

export const changeKeys = route({
  method: 'PUT',
  path: '/api/account/keys',
  summary:
    'Seal my keys anew: for another password, for another sheet, or for the password a mail has set. Asks for the present password. With another password or sheet, my other sessions end. Repeating it changes nothing more.',
  auth: 'session',
  body: z.strictObject({
    authKey: Key,
    sealedKeys: SealedKeys,
    password: NewPassword.optional(),
    recoveryAuthKey: Key.optional(),
  }),
  status: 204,
  errors: ['wrong_password', 'version_conflict', 'bad_signature', 'too_many_requests'],
})
