import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { endSession, startSession } from './commands.ts'
import { findOpenSessions } from './store.ts'

export function sessionRoutes(app: FastifyInstance, context: Context): void {
  // All calls come from our own page server's one address: the limit is per e-mail, in the command.
  serveRoute(app, context, http.session.startSession, ({ body }) => startSession(context, body), { unlimited: true })

  serveRoute(
    app,
    context,
    http.session.endIssuedSession,
    async ({ params }) => {
      await endSession(context, params.sessionId, null)
      return undefined
    },
    { unlimited: true },
  )

  serveRoute(app, context, http.session.listSessions, async (_input, person) => {
    const sessions = await findOpenSessions(context.db, person.accountId, new Date(context.clock.now().wallMs))
    return {
      sessions: sessions.map(({ id, startedAt }) => ({
        sessionId: id,
        startedAtMs: startedAt.getTime(),
        current: id === person.sessionId,
      })),
    }
  })

  serveRoute(app, context, http.session.endSession, async ({ params }, person) => {
    await endSession(context, params.sessionId, person.accountId)
    return undefined
  })
}
