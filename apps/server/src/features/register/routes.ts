import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { requireMembership } from '../partnership/queries.ts'
import { commitSheet, openSheet, takeBackSheet } from './commands.ts'
import { registerOf } from './queries.ts'

export function registerRoutes(app: FastifyInstance, context: Context): void {
  const { register } = http

  serveRoute(app, context, register.getRegister, async (_input, person) =>
    registerOf(context.db, await requireMembership(context.db, person.accountId)),
  )

  serveRoute(app, context, register.commitSheet, ({ body }, person) => commitSheet(context, person.accountId, body))

  serveRoute(app, context, register.openSheet, ({ body }, person) => openSheet(context, person.accountId, body))

  serveRoute(app, context, register.takeBackSheet, async (_input, person) => {
    await takeBackSheet(context, person.accountId)
    return undefined
  })
}
