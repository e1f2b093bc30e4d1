import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { requireMembership } from '../partnership/queries.ts'
import { proposeAgreement, signAgreement } from './commands.ts'
import { agreementsOf } from './queries.ts'

export function agreementRoutes(app: FastifyInstance, context: Context): void {
  const { agreement } = http

  serveRoute(app, context, agreement.getAgreement, async (_input, person) => {
    const { partnershipId } = await requireMembership(context.db, person.accountId)
    return agreementsOf(context.db, partnershipId)
  })

  serveRoute(app, context, agreement.proposeAgreement, ({ body }, person) =>
    proposeAgreement(context, person.accountId, body),
  )

  serveRoute(app, context, agreement.signAgreement, ({ body }, person) =>
    signAgreement(context, person.accountId, body),
  )
}
