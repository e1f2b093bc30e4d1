import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database, Transaction } from '../../infra/db.ts'
import { type Membership, requireStandingLink } from '../partnership/queries.ts'

type Seat = Membership['seat']

/** The newest first: at most the one in force and one proposal matter. */
export function findNewest({ prisma }: Database, partnershipId: string) {
  return prisma.agreement.findMany({ where: { partnershipId }, orderBy: { version: 'desc' }, take: 2 })
}

/**
 * Puts a proposal in the place of the unsigned one with hash `replaces` (null: of none), in one step. False when that
 * is no longer so. A version that both signed is never replaced. Throws `not_linked` when the link has ended.
 */
export function replaceProposal(
  { prisma }: Database,
  proposal: Prisma.AgreementUncheckedCreateInput,
  replaces: Uint8Array<ArrayBuffer> | null,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await requireStandingLink(tx, proposal.partnershipId)
    if (replaces) {
      const { count } = await tx.agreement.deleteMany({
        where: { partnershipId: proposal.partnershipId, version: proposal.version, hash: replaces, signedAt: null },
      })
      if (count !== 1) return false
    }
    const { count } = await tx.agreement.createMany({ data: proposal, skipDuplicates: true })
    return count === 1
  })
}

/**
 * Puts a change made by one in force, over an unsigned proposal of the same version. False when that version is in force
 * already. Throws `not_linked` when the link has ended.
 */
export function insertAmendment(
  { prisma }: Database,
  amendment: Prisma.AgreementUncheckedCreateInput,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await requireStandingLink(tx, amendment.partnershipId)
    const { partnershipId, version } = amendment
    await tx.agreement.deleteMany({ where: { partnershipId, version, signedAt: null } })
    const { count } = await tx.agreement.createMany({ data: amendment, skipDuplicates: true })
    return count === 1
  })
}

export function findInForce({ prisma }: Database, partnershipId: string) {
  return prisma.agreement.findMany({
    where: { partnershipId, signedAt: { not: null } },
    orderBy: { version: 'asc' },
  })
}

/** True when the proposal lacked this seat's signature and now is in force. */
export async function addSignature(
  { prisma }: Database,
  hash: Uint8Array<ArrayBuffer>,
  seat: Seat,
  signature: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<boolean> {
  const { count } = await prisma.agreement.updateMany({
    where: { hash, signedAt: null, ...(seat === 'a' ? { signatureA: null } : { signatureB: null }) },
    data: { signedAt: now, ...(seat === 'a' ? { signatureA: signature } : { signatureB: signature }) },
  })
  return count === 1
}

export async function deleteProposals(tx: Transaction, partnershipId: string): Promise<void> {
  await tx.query('DELETE FROM agreement WHERE partnership_id = $1 AND signed_at IS NULL', [partnershipId])
}
