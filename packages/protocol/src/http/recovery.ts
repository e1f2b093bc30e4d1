import * as z from 'zod'
import { Bundle, Bytes, Email, Id, Key } from '../scalars.ts'
import { NewPassword, SealedKeys } from './account.ts'
import { route } from './contract.ts'

export const openRecovery = route({
  method: 'POST',
  path: '/api/recovery/open',
  summary: 'My sealed keys, for whoever proves the recovery code. Unknown e-mails get the answer of a wrong code.',
  auth: 'none',
  body: z.strictObject({ email: Email, recoveryAuthKey: Key }),
  status: 200,
  reply: z.strictObject({ userId: Id, keys: Bundle, keysVersion: z.int().positive() }),
  errors: ['wrong_code'],
})

export const recover = route({
  method: 'POST',
  path: '/api/recovery',
  summary:
    'A new password and a new sheet, for whoever proves the recovery code and signs with the keys it opened. All sessions end. Repeating it changes nothing more.',
  auth: 'none',
  body: z.strictObject({
    email: Email,
    recoveryAuthKey: Key,
    newRecoveryAuthKey: Key,
    password: NewPassword,
    sealedKeys: SealedKeys,
  }),
  status: 204,
  errors: ['wrong_code', 'version_conflict', 'bad_signature'],
})

export const wayOfReset = route({
  method: 'GET',
  path: '/api/resets',
  summary: 'Whether this server can send a mail: `folder` keeps it on the server’s own machine, `none` cannot.',
  auth: 'none',
  status: 200,
  reply: z.strictObject({ way: z.enum(['mail', 'folder', 'none']) }),
  errors: [],
})

/** 32 random bytes, in the link’s fragment. */
const ResetToken = Bytes(32, 32)

export const askReset = route({
  method: 'POST',
  path: '/api/resets',
  summary: 'Send a link for a new password. The answer is the same whether there is such an account or not.',
  auth: 'none',
  body: z.strictObject({ email: Email, locale: z.enum(['en', 'es']) }),
  status: 204,
  errors: [],
})

export const openReset = route({
  method: 'POST',
  path: '/api/resets/open',
  summary: 'Whose link this is. Opening it does not use it up.',
  auth: 'none',
  body: z.strictObject({ token: ResetToken }),
  status: 200,
  reply: z.strictObject({ userId: Id, email: z.string() }),
  errors: ['reset_ended'],
})

export const finishReset = route({
  method: 'POST',
  path: '/api/resets/finish',
  summary:
    'Set a new password with the link, once. All sessions end. What is sealed stays sealed: only the recovery code, or the password before with the account key, opens it.',
  auth: 'none',
  body: z.strictObject({ token: ResetToken, password: NewPassword }),
  status: 204,
  errors: ['reset_ended'],
})
