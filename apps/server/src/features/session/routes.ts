import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { toText } from '../../infra/bytes.ts'
import { endOtherSessions, endSession, knowSession, labelSession, startSession } from './commands.ts'
import { findNewsFor, findOpenSessions } from './store.ts'

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
    const [sessions, news] = await Promise.all([
      findOpenSessions(context.db, person.accountId, new Date(context.clock.now().wallMs)),
      findNewsFor(context.db, person.accountId, person.sessionId),
    ])
    return {
      sessions: sessions.map((session) => ({ ...described(session), current: session.id === person.sessionId })),
      news: news.map((session) => ({ ...described(session), ended: session.endedAt !== null })),
    }
  })

  serveRoute(app, context, http.session.labelSession, async ({ body }, person) => {
    await labelSession(context, person, body.label)
    return undefined
  })

  serveRoute(app, context, http.session.knowSession, async ({ params }, person) => {
    await knowSession(context, person, params.sessionId)
    return undefined
  })

  serveRoute(app, context, http.session.endOtherSessions, async (_input, person) => {
    await endOtherSessions(context, person)
    return undefined
  })

  serveRoute(app, context, http.session.endSession, async ({ params }, person) => {
    await endSession(context, params.sessionId, person.accountId)
    return undefined
  })
}

const described = ({ id, startedAt, label }: { id: string; startedAt: Date; label: Uint8Array | null }) => ({
  sessionId: id,
  startedAtMs: startedAt.getTime(),
  label: label && toText(label),
})
