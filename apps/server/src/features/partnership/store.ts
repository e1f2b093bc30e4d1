import type { Database } from '../../infra/db.ts'

type Tx = Pick<Database['prisma'], 'invitation' | 'partnership' | 'member'>

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
  return prisma.$transaction(async (tx: Tx) => {
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
