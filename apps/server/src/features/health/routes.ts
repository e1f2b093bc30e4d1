import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { pingDatabase } from './store.ts'

export function healthRoutes(app: FastifyInstance, context: Context): void {
  serveRoute(app, context, http.health.live, async () => ({ status: 'ok' as const }), { unlimited: true })

  serveRoute(
    app,
    context,
    http.health.ready,
    async () => {
      await pingDatabase(context.db)
      return { status: 'ok' as const }
    },
    { unlimited: true },
  )
}
