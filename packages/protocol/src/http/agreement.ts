import * as z from 'zod'
import { Rules } from '../check-in.ts'
import { LIMITS } from '../limits.ts'
import { Envelope, Hash, Seat, Signature } from '../scalars.ts'
import { route } from './contract.ts'

export const Agreement = z.strictObject({
  version: z.int().positive(),
  previousHash: Hash.nullable(),
  rules: Rules,
  /** Our word and the rest that only the two can read. */
  words: Envelope(LIMITS.wordsBytes),
  /** SHA-256 of the agreement statement. */
  hash: Hash,
  proposedBy: Seat,
  signatures: z.strictObject({ a: Signature.nullable(), b: Signature.nullable() }),
})
export type Agreement = z.infer<typeof Agreement>

export const getAgreement = route({
  method: 'GET',
  path: '/api/agreement',
  summary: 'The agreement in force (signed by both) and the proposal that waits for a signature, if any.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({ current: Agreement.nullable(), proposal: Agreement.nullable() }),
  errors: ['not_linked'],
})

export const proposeAgreement = route({
  method: 'POST',
  path: '/api/agreement/proposals',
  summary: 'Propose the next version, signed by me. Replaces an unsigned proposal of the same version.',
  auth: 'session',
  body: z.strictObject({
    version: z.int().positive(),
    previousHash: Hash.nullable(),
    rules: Rules,
    words: Envelope(LIMITS.wordsBytes),
    hash: Hash,
    signature: Signature,
    /** The proposal that this one answers, as I saw it; null when I saw none. Guards against answering past each other. */
    replaces: Hash.nullable(),
  }),
  status: 201,
  reply: z.strictObject({ proposal: Agreement }),
  errors: ['not_linked', 'agreement_changed', 'bad_signature', 'rules_out_of_range'],
})

export const signAgreement = route({
  method: 'POST',
  path: '/api/agreement/signatures',
  summary: 'Sign the other’s proposal. With the second signature it is in force.',
  auth: 'session',
  body: z.strictObject({ hash: Hash, signature: Signature }),
  status: 201,
  reply: z.strictObject({ current: Agreement }),
  errors: ['not_linked', 'agreement_changed', 'bad_signature', 'already_signed'],
})
