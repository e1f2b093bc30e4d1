import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database, Transaction } from '../../infra/db.ts'

export type Tx = Prisma.TransactionClient

export function findLinkOf({ prisma }: Database, accountId: string) {
  return prisma.member.findUnique({
    where: { linkedAccountId: accountId },
    include: {
      partnership: { include: { members: { include: { account: true } }, epochs: { orderBy: { epoch: 'asc' } } } },
    },
  })
}

/** Seat and partner of a linked person, or null. */
export async function findMembership({ prisma }: Database, accountId: string) {
  const member = await prisma.member.findUnique({
    where: { linkedAccountId: accountId },
    select: {
      partnershipId: true,
      seat: true,
      partnership: { select: { members: { select: { accountId: true, seat: true } } } },
    },
  })
  const partner = member?.partnership.members.find((other) => other.accountId !== accountId)
  return member && partner
    ? { partnershipId: member.partnershipId, seat: member.seat, partnerId: partner.accountId }
    : null
}

export function findEnded({ prisma }: Database, accountId: string) {
  return prisma.partnership.findMany({
    where: { endedAt: { not: null }, members: { some: { accountId } } },
    include: { members: true, epochs: { orderBy: { epoch: 'asc' } } },
    orderBy: { endedAt: 'desc' },
  })
}

export async function findPartnershipIds({ prisma }: Database, accountId: string): Promise<readonly string[]> {
  const members = await prisma.member.findMany({ where: { accountId }, select: { partnershipId: true } })
  return members.map(({ partnershipId }) => partnershipId)
}

/** True when the link stands, and then it goes on standing as long as the transaction lasts. */
export async function whileLinkStands(tx: Tx, partnershipId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM partnership WHERE id = ${partnershipId}::uuid AND ended_at IS NULL FOR SHARE`
  return rows.length === 1
}

/** The same, and nobody else who asks this writes meanwhile. */
export async function aloneWhileLinkStands(tx: Tx, partnershipId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM partnership WHERE id = ${partnershipId}::uuid AND ended_at IS NULL FOR NO KEY UPDATE`
  return rows.length === 1
}

/** The link as its member may end it, locked against everybody who writes into it; null when it never was theirs. */
export async function lockLink(
  tx: Transaction,
  partnershipId: string,
  accountId: string,
): Promise<{ seat: string; hasEnded: boolean } | null> {
  const { rows } = await tx.query<{ seat: string; has_ended: boolean }>(
    `SELECT m.seat, p.ended_at IS NOT NULL AS has_ended
       FROM partnership p JOIN member m ON m.partnership_id = p.id
      WHERE p.id = $1 AND m.account_id = $2
        FOR NO KEY UPDATE OF p`,
    [partnershipId, accountId],
  )
  const [row] = rows
  return row ? { seat: row.seat, hasEnded: row.has_ended } : null
}

/**
 * Ends the link: both are free for another one, no epoch can follow, and no invitation of either that is not a link yet
 * can become one.
 */
export async function endLink(tx: Transaction, partnershipId: string, now: Date): Promise<void> {
  await tx.query('UPDATE partnership SET ended_at = $2 WHERE id = $1', [partnershipId, now])
  await tx.query('UPDATE member SET linked_account_id = NULL WHERE partnership_id = $1', [partnershipId])
  await tx.query(
    `DELETE FROM invitation i USING member m
      WHERE m.partnership_id = $1 AND m.account_id IN (i.inviter_id, i.accepted_by_id) AND i.confirmed_at IS NULL`,
    [partnershipId],
  )
}

/** Puts a person's new invitation in the place of an earlier one. */
export async function replaceInvitation(
  { prisma }: Database,
  invitation: {
    lookupId: Uint8Array<ArrayBuffer>
    inviterId: string
    bundle: Uint8Array<ArrayBuffer>
    kept: Uint8Array<ArrayBuffer>
    expiresAt: Date
  },
): Promise<void> {
  await prisma.$transaction([
    prisma.invitation.deleteMany({ where: { inviterId: invitation.inviterId } }),
    prisma.invitation.create({ data: invitation }),
  ])
}

export function findInvitation({ prisma }: Database, lookupId: Uint8Array<ArrayBuffer>) {
  return prisma.invitation.findUnique({ where: { lookupId } })
}

export function findInvitationBy({ prisma }: Database, inviterId: string) {
  return prisma.invitation.findUnique({ where: { inviterId } })
}

export async function deleteInvitationBy({ prisma }: Database, inviterId: string): Promise<void> {
  await prisma.invitation.deleteMany({ where: { inviterId } })
}

/** True for the one acceptance that came first and in time. */
export async function claimInvitation(
  { prisma }: Database,
  claim: { lookupId: Uint8Array<ArrayBuffer>; acceptedById: string; acceptance: Uint8Array<ArrayBuffer>; now: Date },
): Promise<boolean> {
  const { count } = await prisma.invitation.updateMany({
    where: { lookupId: claim.lookupId, acceptedById: null, expiresAt: { gt: claim.now } },
    data: { acceptedById: claim.acceptedById, acceptance: claim.acceptance },
  })
  return count === 1
}

/**
 * Links inviter (seat a) and accepter (seat b) and closes the invitation, all or nothing. False when the invitation
 * is not as it was read. Throws Prisma's unique violation when one of the two is linked already.
 */
export function linkPartners(
  { prisma }: Database,
  link: {
    lookupId: Uint8Array<ArrayBuffer>
    partnershipId: string
    inviterId: string
    accepterId: string
    epochKeys: Uint8Array<ArrayBuffer>
    now: Date
  },
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { lookupId: link.lookupId, inviterId: link.inviterId, acceptedById: link.accepterId, confirmedAt: null },
      // The link stays known as used; what it carried is no longer needed.
      data: { confirmedAt: link.now, bundle: new Uint8Array(), kept: new Uint8Array(), acceptance: null },
    })
    if (count !== 1) return false
    await tx.partnership.create({
      data: {
        id: link.partnershipId,
        linkedAt: link.now,
        epochs: { create: { epoch: 1, epochKeys: link.epochKeys } },
        members: {
          create: [
            { seat: 'a', accountId: link.inviterId, linkedAccountId: link.inviterId },
            { seat: 'b', accountId: link.accepterId, linkedAccountId: link.accepterId },
          ],
        },
      },
    })
    return true
  })
}

/** The signing keys of both, by seat. */
export async function findSigningKeys(
  { prisma }: Database,
  partnershipId: string,
): Promise<Record<'a' | 'b', Uint8Array> | null> {
  const members = await prisma.member.findMany({
    where: { partnershipId },
    select: { seat: true, account: { select: { signingKey: true } } },
  })
  const a = members.find(({ seat }) => seat === 'a')?.account.signingKey
  const b = members.find(({ seat }) => seat === 'b')?.account.signingKey
  return a && b ? { a, b } : null
}
