import * as z from 'zod'
import { LIMITS } from '../limits.ts'
import { Envelope, Hash, Id, Signature } from '../scalars.ts'
import { route } from './contract.ts'

/** What binds a person to their sheet, and tells nothing of it. */
const Committed = z.strictObject({
  entryId: Id,
  /** SHA-256 of the sheet, which holds a salt of 32 random bytes. */
  commitment: Hash,
  /** Of the register statement, by the sheet’s author. */
  signature: Signature,
})

/** Sealed for both; null until its author’s device has seen the other’s commitment and sealed it again. */
const opened = Envelope(LIMITS.sheetBytes).nullable()

export const OwnSheet = Committed.extend({
  /** Sealed for its author alone. */
  kept: Envelope(LIMITS.sheetBytes),
  opened,
})
export type OwnSheet = z.infer<typeof OwnSheet>

export const OtherSheet = Committed.extend({ opened })
export type OtherSheet = z.infer<typeof OtherSheet>

export const Register = z.strictObject({
  mine: OwnSheet.nullable(),
  /** Null until both have committed; its `opened` is null until both have opened. */
  theirs: OtherSheet.nullable(),
})
export type Register = z.infer<typeof Register>

export const getRegister = route({
  method: 'GET',
  path: '/api/register',
  summary:
    'My sheet of the register of topics, and the other’s once both are in. Until then nothing says whether it is.',
  auth: 'session',
  status: 200,
  reply: Register,
  errors: ['not_linked'],
})

export const commitSheet = route({
  method: 'PUT',
  path: '/api/register',
  summary: 'Hand in my sheet, sealed for myself. Replaces an earlier one as long as the other’s is not in.',
  auth: 'session',
  body: Committed.extend({ kept: Envelope(LIMITS.sheetBytes) }),
  status: 200,
  reply: Register,
  errors: ['not_linked', 'bad_signature', 'version_conflict'],
})

export const openSheet = route({
  method: 'POST',
  path: '/api/register/opening',
  summary:
    'My sheet sealed for both, once both have committed. `mine` and `theirs` are the commitments it was sealed on.',
  auth: 'session',
  body: z.strictObject({ mine: Hash, theirs: Hash, opened: Envelope(LIMITS.sheetBytes) }),
  status: 200,
  reply: Register,
  errors: ['not_linked', 'version_conflict'],
})

export const takeBackSheet = route({
  method: 'DELETE',
  path: '/api/register',
  summary: 'Take my sheet back. Once both are in, both go: nobody keeps one while the other has none.',
  auth: 'session',
  status: 204,
  errors: ['not_linked'],
})
