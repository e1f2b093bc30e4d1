import type { FastifyInstance } from 'fastify'

/** One line per request: the route's pattern, never the address that was asked for, and nothing anybody wrote. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      event: 'request',
      reqId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    })
  })
}
