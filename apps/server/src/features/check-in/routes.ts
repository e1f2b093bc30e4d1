import { type Ack, http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { membershipOf, requireMembership } from '../partnership/queries.ts'
import { announcePause, executeCommand } from './commands.ts'
import { currentCheckIn } from './current.ts'
import { readCheckIn, unrecordedCheckIns } from './queries.ts'

export function checkInRoutes(app: FastifyInstance, context: Context): void {
  const { checkIn } = http

  serveRoute(app, context, checkIn.getCheckIn, async ({ query }, person) => {
    const member = await requireMembership(context.db, person.accountId)
    return readCheckIn(context, member, query.checkInId ?? (await currentCheckIn(context, member.partnershipId)))
  })

  serveRoute(
    app,
    context,
    checkIn.sendCommand,
    async ({ body }, person): Promise<Ack> => {
      const member = await membershipOf(context.db, person.accountId)
      if (!member) return { ok: false, commandId: body.commandId, error: { code: 'not_linked' } }
      announcePause(context, member.partnershipId, body)
      return executeCommand(context, person.accountId, member, body)
    },
    { unlimited: true },
  )

  serveRoute(app, context, checkIn.listUnrecorded, async (_input, person) => {
    const member = await membershipOf(context.db, person.accountId)
    return { checkIns: member ? await unrecordedCheckIns(context.db, member.partnershipId) : [] }
  })
}
