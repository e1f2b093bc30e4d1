import * as z from 'zod'
import { Rules } from '../check-in.ts'
import { LIMITS } from '../limits.ts'
import { Envelope, Hash, Id, Seat, Signature, WallMs } from '../scalars.ts'
import { route } from './contract.ts'

/** `agreement`: in force with two signatures. `amendment`: one of the few changes that need one, its maker’s. */
export const AgreementKind = z.enum(['agreement', 'amendment'])

export const Agreement = z.strictObject({
  kind: AgreementKind,
  version: z.int().positive(),
  previousHash: Hash.nullable(),
  rules: Rules,
  /** Our word and the rest that only the two can read. */
  words: Envelope(LIMITS.wordsBytes),
  /** SHA-256 of the agreement or amendment statement. */
  hash: Hash,
  proposedBy: Seat,
  signatures: z.strictObject({ a: Signature.nullable(), b: Signature.nullable() }),
  /** Since when it is in force; null for a proposal. */
  signedAtMs: WallMs.nullable(),
})
export type Agreement = z.infer<typeof Agreement>

export const getAgreement = route({
  method: 'GET',
  path: '/api/agreement',
  summary: 'The agreement in force, what it rests on, and the proposal that waits for a signature, if any.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({
    current: Agreement.nullable(),
    /** When `current` is an amendment: the version both signed and every amendment since, oldest first. Else empty. */
    basis: z.array(Agreement),
    proposal: Agreement.nullable(),
  }),
  errors: ['not_linked'],
})

export const listAgreements = route({
  method: 'GET',
  path: '/api/agreements',
  summary: 'Every version that was ever in force, oldest first: of the link I am in, or of one I was in.',
  auth: 'session',
  query: z.strictObject({ of: Id.optional() }),
  status: 200,
  reply: z.strictObject({ agreements: z.array(Agreement) }),
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

export const amendAgreement = route({
  method: 'POST',
  path: '/api/agreement/amendments',
  summary:
    'Change one thing alone, signed by me: a longer break (60 minutes at most), or one more topic to leave alone, which ' +
    'only devices can check. In force at once; an open proposal is overtaken by it.',
  auth: 'session',
  body: z.strictObject({
    version: z.int().positive(),
    previousHash: Hash,
    rules: Rules,
    words: Envelope(LIMITS.wordsBytes),
    hash: Hash,
    signature: Signature,
  }),
  status: 201,
  reply: z.strictObject({ current: Agreement }),
  errors: ['not_linked', 'agreement_changed', 'bad_signature', 'needs_both'],
})
