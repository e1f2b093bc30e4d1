import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { partnershipIdsOf, requireMembership } from '../partnership/queries.ts'
import { amendAgreement, proposeAgreement, signAgreement } from './commands.ts'
import { agreementsOf, basisOf, historyOf } from './queries.ts'

export function agreementRoutes(app: FastifyInstance, context: Context): void {
  const { agreement } = http

  serveRoute(app, context, agreement.getAgreement, async (_input, person) => {
    const { partnershipId } = await requireMembership(context.db, person.accountId)
    const { current, proposal } = await agreementsOf(context.db, partnershipId)
    return { current, basis: await basisOf(context.db, partnershipId, current), proposal }
  })

  serveRoute(app, context, agreement.listAgreements, async ({ query }, person) => {
    const ids = await partnershipIdsOf(context.db, person.accountId)
    const partnershipId = query.of ?? (await requireMembership(context.db, person.accountId)).partnershipId
    if (!ids.includes(partnershipId)) throw new AppError('not_linked')
    return { agreements: await historyOf(context.db, partnershipId) }
  })

  serveRoute(app, context, agreement.amendAgreement, ({ body }, person) =>
    amendAgreement(context, person.accountId, body),
  )

  serveRoute(app, context, agreement.proposeAgreement, ({ body }, person) =>
    proposeAgreement(context, person.accountId, body),
  )

  serveRoute(app, context, agreement.signAgreement, ({ body }, person) =>
    signAgreement(context, person.accountId, body),
  )
}
