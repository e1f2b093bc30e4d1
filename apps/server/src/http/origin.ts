import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { AppError } from './app-error.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * True when the request comes from one of our own pages. Browsers name the origin on everything that can change
 * something and on every WebSocket; on their same-origin reads they say so in `Sec-Fetch-Site` instead.
 */
export function isFromOurPages(headers: IncomingHttpHeaders, allowedOrigins: readonly string[]): boolean {
  const { origin } = headers
  if (origin !== undefined) return allowedOrigins.includes(origin)
  return headers['sec-fetch-site'] === 'same-origin'
}

/** Refuses unsafe methods from anywhere else. The page server's own calls prove themselves by their token instead. */
export function checkOrigin(app: FastifyInstance, allowedOrigins: readonly string[]): void {
  app.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.has(request.method) || request.url.startsWith('/api/internal/')) return
    if (!isFromOurPages(request.headers, allowedOrigins)) throw new AppError('origin_refused')
  })
}
