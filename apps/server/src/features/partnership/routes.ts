import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { unlink } from './commands.ts'
import { acceptInvitation, confirmInvitation, createInvitation, invitationOf, openInvitation } from './invitation.ts'
import { partnershipOf, pastPartnershipsOf } from './queries.ts'
import { deleteInvitationBy } from './store.ts'

const INVITATION_LOOKS_PER_MINUTE = 30

export function partnershipRoutes(app: FastifyInstance, context: Context): void {
  const { invitation, partnership } = http

  serveRoute(app, context, invitation.createInvitation, ({ body }, person) =>
    createInvitation(context, person.accountId, body),
  )

  serveRoute(app, context, invitation.getMyInvitation, async (_input, person) => ({
    invitation: await invitationOf(context, person.accountId),
  }))

  serveRoute(app, context, invitation.withdrawInvitation, async (_input, person) => {
    await deleteInvitationBy(context.db, person.accountId)
    return undefined
  })

  serveRoute(
    app,
    context,
    invitation.openInvitation,
    ({ body }, person) => openInvitation(context, body.lookupId, person?.accountId ?? null),
    { perMinute: INVITATION_LOOKS_PER_MINUTE },
  )

  serveRoute(app, context, invitation.acceptInvitation, async ({ body }, person) => {
    await acceptInvitation(context, person.accountId, body)
    return undefined
  })

  serveRoute(app, context, invitation.confirmInvitation, ({ body }, person) =>
    confirmInvitation(context, person.accountId, body),
  )

  serveRoute(app, context, partnership.getPartnership, async (_input, person) => ({
    partnership: await partnershipOf(context.db, person.accountId),
    past: await pastPartnershipsOf(context.db, person.accountId),
  }))

  serveRoute(app, context, partnership.unlink, async ({ params }, person) => {
    await unlink(context, person.accountId, params.partnershipId)
    return undefined
  })
}
