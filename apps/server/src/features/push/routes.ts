import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { subscribe, unsubscribe } from './commands.ts'
import { findEndpoint } from './store.ts'

const CHANGES_PER_MINUTE = 30

export function pushRoutes(app: FastifyInstance, context: Context): void {
  serveRoute(app, context, http.push.getPush, async (_input, person) => ({
    serverKey: context.push.serverKey,
    endpoint: await findEndpoint(context.db, person.sessionId),
  }))

  serveRoute(
    app,
    context,
    http.push.putSubscription,
    async ({ body }, person) => {
      await subscribe(context, person, body)
      return undefined
    },
    { perMinute: CHANGES_PER_MINUTE },
  )

  serveRoute(app, context, http.push.deleteSubscription, async (_input, person) => {
    await unsubscribe(context, person)
    return undefined
  })
}
