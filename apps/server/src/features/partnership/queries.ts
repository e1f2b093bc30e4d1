import { Seat } from '@turnstone/protocol'
import { AppError } from '../../http/app-error.ts'
import { toText } from '../../infra/bytes.ts'
import type { Database } from '../../infra/db.ts'
import {
  aloneWhileLinkStands,
  findEnded,
  findLinkOf,
  findMembership,
  findPartnershipIds,
  findSigningKeys,
  type Tx,
  whileLinkStands,
} from './store.ts'

/** Where a linked person sits, and with whom. */
export interface Membership {
  readonly partnershipId: string
  readonly seat: 'a' | 'b'
  readonly partnerId: string
}

export async function membershipOf(db: Database, accountId: string): Promise<Membership | null> {
  const member = await findMembership(db, accountId)
  return member && { ...member, seat: Seat.parse(member.seat) }
}

/** The membership, or the refusal `not_linked`. */
export async function requireMembership(db: Database, accountId: string): Promise<Membership> {
  const membership = await membershipOf(db, accountId)
  if (!membership) throw new AppError('not_linked')
  return membership
}

/**
 * Keeps the link from ending while `tx` lasts, so that nothing is written into it after its end. Throws `not_linked`
 * when it has ended: what was read before the transaction may be old.
 */
export async function requireStandingLink(tx: Tx, partnershipId: string): Promise<void> {
  if (!(await whileLinkStands(tx, partnershipId))) throw new AppError('not_linked')
}

/** As `requireStandingLink`, one after the other: for what depends on what the other one has done. */
export async function requireTurnInLink(tx: Tx, partnershipId: string): Promise<void> {
  if (!(await aloneWhileLinkStands(tx, partnershipId))) throw new AppError('not_linked')
}

/** The link as its two people may see it. */
export async function partnershipOf(db: Database, accountId: string) {
  const link = await findLinkOf(db, accountId)
  const partner = link?.partnership.members.find((member) => member.accountId !== accountId)?.account
  if (!link || !partner) return null
  return {
    partnershipId: link.partnershipId,
    seat: Seat.parse(link.seat),
    partner: {
      userId: partner.id,
      publicKeys: { signing: toText(partner.signingKey), encryption: toText(partner.encryptionKey) },
    },
    linkedAtMs: link.partnership.linkedAt.getTime(),
    epochs: link.partnership.epochs.map(({ epoch, epochKeys }) => ({ epoch, epochKeys: toText(epochKeys) })),
  }
}

/** The links that have ended, newest first: what a person's devices need to read what was there by then, and nothing newer. */
export async function pastPartnershipsOf(db: Database, accountId: string) {
  return (await findEnded(db, accountId)).map(({ endedAt, ...past }) => ({
    partnershipId: past.id,
    seat: Seat.parse(past.members.find((member) => member.accountId === accountId)?.seat),
    partnerId: past.members.find((member) => member.accountId !== accountId)?.accountId ?? '',
    linkedAtMs: past.linkedAt.getTime(),
    endedAtMs: endedAt?.getTime() ?? 0,
    epochs: past.epochs.map(({ epoch, epochKeys }) => ({ epoch, epochKeys: toText(epochKeys) })),
  }))
}

/** Every link the person is or was in: whose shared pages they may read. */
export function partnershipIdsOf(db: Database, accountId: string): Promise<readonly string[]> {
  return findPartnershipIds(db, accountId)
}

/** The registered signing keys of both, by seat. */
export function signingKeysOf(
  db: Database,
  partnershipId: string,
): Promise<Record<Membership['seat'], Uint8Array> | null> {
  return findSigningKeys(db, partnershipId)
}
