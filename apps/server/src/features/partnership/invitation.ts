import { type http, LIMITS, type RouteInput } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toBytes, toText } from '../../infra/bytes.ts'
import { isUniqueViolation } from '../../infra/unique-violation.ts'
import { membershipOf } from './queries.ts'
import { claimInvitation, findInvitation, findInvitationBy, linkPartners, replaceInvitation } from './store.ts'

const HOUR_MS = 3_600_000

type Body<Name extends keyof typeof http.invitation> = (typeof http.invitation)[Name] extends infer R extends
  (typeof http.invitation)[Name]
  ? RouteInput<R>['body']
  : never

/** Invites one person for 24 hours. Errors: `already_linked`. */
export async function createInvitation(context: Context, inviterId: string, body: Body<'createInvitation'>) {
  await requireUnlinked(context, inviterId)
  const expiresAt = new Date(context.clock.now().wallMs + LIMITS.invitationHours * HOUR_MS)
  await replaceInvitation(context.db, {
    lookupId: toBytes(body.lookupId),
    inviterId,
    bundle: toBytes(body.bundle),
    kept: toBytes(body.kept),
    expiresAt,
  })
  return { expiresAtMs: expiresAt.getTime() }
}

/** What the inviter sees: nothing until somebody accepts; looking leaves no trace. Null when there is none open. */
export async function invitationOf(context: Context, inviterId: string) {
  const invitation = await findInvitationBy(context.db, inviterId)
  if (!invitation || invitation.confirmedAt) return null
  if (!invitation.acceptedById && hasExpired(context, invitation)) return null
  return {
    lookupId: toText(invitation.lookupId),
    bundle: toText(invitation.bundle),
    kept: toText(invitation.kept),
    expiresAtMs: invitation.expiresAt.getTime(),
    acceptance: invitation.acceptance && toText(invitation.acceptance),
  }
}

/** The invitation behind a link, for `askerId` (null: nobody is signed in). Errors: `invitation_*`. */
export async function openInvitation(context: Context, lookupId: string, askerId: string | null) {
  const invitation = await findInvitation(context.db, toBytes(lookupId))
  if (!invitation) throw new AppError('invitation_unknown')
  if (invitation.inviterId === askerId) throw new AppError('invitation_own')
  if (invitation.acceptedById) throw new AppError('invitation_used')
  if (hasExpired(context, invitation)) throw new AppError('invitation_expired')
  return { bundle: toText(invitation.bundle), expiresAtMs: invitation.expiresAt.getTime() }
}

/** Accepts once. The same person may repeat it: an answer lost on the way is not an invitation used up. */
export async function acceptInvitation(
  context: Context,
  accepterId: string,
  body: Body<'acceptInvitation'>,
): Promise<void> {
  const invitation = await findInvitation(context.db, toBytes(body.lookupId))
  if (invitation?.acceptedById === accepterId && !invitation.confirmedAt) return
  await openInvitation(context, body.lookupId, accepterId)
  await requireUnlinked(context, accepterId)
  const isFirst = await claimInvitation(context.db, {
    lookupId: toBytes(body.lookupId),
    acceptedById: accepterId,
    acceptance: toBytes(body.acceptance),
    now: new Date(context.clock.now().wallMs),
  })
  if (!isFirst) throw new AppError('invitation_used')
  if (invitation) context.fanout.poke([invitation.inviterId], 'partnership')
}

/** Links the two. What the inviter's device signed names the accepter; the server only checks that it is the same. */
export async function confirmInvitation(context: Context, inviterId: string, body: Body<'confirmInvitation'>) {
  const invitation = await findInvitation(context.db, toBytes(body.lookupId))
  if (!invitation || invitation.inviterId !== inviterId) throw new AppError('invitation_unknown')
  if (!invitation.acceptedById)
    throw new AppError(hasExpired(context, invitation) ? 'invitation_expired' : 'invitation_not_accepted')
  if (invitation.acceptedById !== body.partnerId) throw new AppError('invitation_not_accepted')
  if (!invitation.confirmedAt) await link(context, inviterId, body)
  const membership = await membershipOf(context.db, inviterId)
  if (!membership) throw new AppError('invitation_unknown') // confirmed earlier, and the link has ended since
  if (membership.partnershipId !== body.partnershipId) throw new AppError('already_linked')
  return { partnershipId: membership.partnershipId }
}

async function link(context: Context, inviterId: string, body: Body<'confirmInvitation'>): Promise<void> {
  const now = new Date(context.clock.now().wallMs)
  try {
    const isLinked = await linkPartners(context.db, {
      lookupId: toBytes(body.lookupId),
      partnershipId: body.partnershipId,
      inviterId,
      accepterId: body.partnerId,
      epochKeys: toBytes(body.epochKeys),
      now,
    })
    if (!isLinked) return // a second device confirmed meanwhile; the caller looks at what came of it
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const linked = await Promise.all([inviterId, body.partnerId].map((id) => membershipOf(context.db, id)))
    // With neither linked it is the id that was used before: a new link shares nothing with an old one.
    throw new AppError(linked.some((membership) => membership !== null) ? 'already_linked' : 'version_conflict')
  }
  await context.fanout.membershipChanged([inviterId, body.partnerId])
  context.fanout.poke([inviterId, body.partnerId], 'partnership')
}

async function requireUnlinked({ db }: Context, accountId: string): Promise<void> {
  if (await membershipOf(db, accountId)) throw new AppError('already_linked')
}

function hasExpired({ clock }: Context, { expiresAt }: { expiresAt: Date }): boolean {
  return expiresAt.getTime() <= clock.now().wallMs
}
