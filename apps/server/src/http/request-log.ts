import type { FastifyInstance } from 'fastify'

/**
 * One line per request: the route's pattern, never the address that was asked for, and nothing anybody wrote. Only for
 * debugging: in a house of two, a list of who asked what when is a diary (law 6).
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.debug({
      event: 'request',
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    })
  })
}
