import { createHash } from 'node:crypto'
import { isLongerBreak, isSameRules, ruleProblems } from '@turnstone/check-in'
import { agreementStatement, amendmentStatement, type http, type RouteInput } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toBytes, toText } from '../../infra/bytes.ts'
import type { Transaction } from '../../infra/db.ts'
import { isSignedBy } from '../../infra/signature.ts'
import { prepareCheckIn } from '../check-in/commands.ts'
import { requireMembership, signingKeysOf } from '../partnership/queries.ts'
import { agreementsOf } from './queries.ts'
import { addSignature, deleteProposals, insertAmendment, replaceProposal } from './store.ts'

type Proposal = RouteInput<typeof http.agreement.proposeAgreement>['body']
type Amendment = RouteInput<typeof http.agreement.amendAgreement>['body']
type SignatureGiven = RouteInput<typeof http.agreement.signAgreement>['body']

/** Proposes the next version, or answers the other's proposal with another. */
export async function proposeAgreement(context: Context, accountId: string, body: Proposal) {
  const { db, fanout } = context
  const { partnershipId, seat } = await requireMembership(db, accountId)
  if (ruleProblems(body.rules).length > 0) throw new AppError('rules_out_of_range')
  const { current, proposal: open } = await agreementsOf(db, partnershipId)
  const isNext = body.version === (current?.version ?? 0) + 1 && body.previousHash === (current?.hash ?? null)
  if (!isNext || body.replaces !== (open?.hash ?? null)) throw new AppError('agreement_changed')
  await checkSignature(context, partnershipId, seat, { ...body, kind: 'agreement' }, body.signature)

  const isStored = await replaceProposal(
    db,
    {
      partnershipId,
      version: body.version,
      previousHash: body.previousHash === null ? null : toBytes(body.previousHash),
      rules: body.rules,
      words: toBytes(body.words),
      hash: toBytes(body.hash),
      proposedBy: seat,
      [seat === 'a' ? 'signatureA' : 'signatureB']: toBytes(body.signature),
    },
    body.replaces === null ? null : toBytes(body.replaces),
  )
  const { proposal } = await agreementsOf(db, partnershipId)
  if (!isStored || !proposal) throw new AppError('agreement_changed')
  fanout.pokeBoth(partnershipId, 'agreement')
  return { proposal }
}

/** The second signature: from here on the agreement is in force. */
export async function signAgreement(context: Context, accountId: string, body: SignatureGiven) {
  const { clock, db, fanout } = context
  const { partnershipId, seat } = await requireMembership(db, accountId)
  const { proposal } = await agreementsOf(db, partnershipId)
  if (proposal?.hash !== body.hash) throw new AppError('agreement_changed')
  if (proposal.signatures[seat]) throw new AppError('already_signed')
  await checkSignature(context, partnershipId, seat, proposal, body.signature)

  const isSigned = await addSignature(
    db,
    toBytes(body.hash),
    seat,
    toBytes(body.signature),
    new Date(clock.now().wallMs),
  )
  const { current } = await agreementsOf(db, partnershipId)
  if (!isSigned || !current) throw new AppError('agreement_changed')
  fanout.pokeBoth(partnershipId, 'agreement')
  await prepareCheckIn(context, partnershipId)
  return { current }
}

/**
 * One of the few changes that one person makes alone, in force at once. Of the words the server knows nothing: that they
 * gained one topic, or nothing, is for the devices to see.
 */
export async function amendAgreement(context: Context, accountId: string, body: Amendment) {
  const { clock, db, fanout } = context
  const { partnershipId, seat } = await requireMembership(db, accountId)
  const { current } = await agreementsOf(db, partnershipId)
  if (!current || body.version !== current.version + 1 || body.previousHash !== current.hash)
    throw new AppError('agreement_changed')
  if (!isSameRules(current.rules, body.rules) && !isLongerBreak(current.rules, body.rules))
    throw new AppError('needs_both')
  await checkSignature(context, partnershipId, seat, { ...body, kind: 'amendment' }, body.signature)
  const isStored = await insertAmendment(db, {
    partnershipId,
    kind: 'amendment',
    version: body.version,
    previousHash: toBytes(body.previousHash),
    rules: body.rules,
    words: toBytes(body.words),
    hash: toBytes(body.hash),
    proposedBy: seat,
    [seat === 'a' ? 'signatureA' : 'signatureB']: toBytes(body.signature),
    signedAt: new Date(clock.now().wallMs),
  })
  const amended = (await agreementsOf(db, partnershipId)).current
  if (!isStored || !amended) throw new AppError('agreement_changed')
  fanout.pokeBoth(partnershipId, 'agreement')
  return { current: amended }
}

/** What nobody has signed for the second time goes with the link, in the unlink's own transaction. */
export function withdrawProposals(tx: Transaction, partnershipId: string): Promise<void> {
  return deleteProposals(tx, partnershipId)
}

type Signed = Pick<http.agreement.Agreement, 'kind' | 'version' | 'previousHash' | 'rules' | 'words' | 'hash'>

async function checkSignature(
  { db }: Context,
  partnershipId: string,
  seat: 'a' | 'b',
  agreement: Signed,
  signature: string,
): Promise<void> {
  const toStatement = agreement.kind === 'amendment' ? amendmentStatement : agreementStatement
  const statement = toStatement({ partnershipId, ...agreement })
  const hash = toText(createHash('sha256').update(statement).digest())
  const keys = await signingKeysOf(db, partnershipId)
  if (hash !== agreement.hash || !keys || !isSignedBy(keys[seat], statement, toBytes(signature)))
    throw new AppError('bad_signature')
}
