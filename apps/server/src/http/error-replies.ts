import type { ErrorBody } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { isDatabaseAway } from '../infra/database-away.ts'
import { AppError } from './app-error.ts'

const MAX_DETAILS = 20

/** The protocol's error for whatever was thrown. Only what the protocol knows leaves the server. */
export function errorBodyOf(error: unknown): ErrorBody {
  if (error instanceof AppError) return error.body
  if (error instanceof z.ZodError) return { code: 'invalid_request', details: fieldsOf(error) }
  if (isDatabaseAway(error)) return { code: 'database_away' }
  switch (statusIn(error)) {
    case 413:
      return { code: 'too_large' }
    case 429:
      return { code: 'too_many_requests' }
    case 400:
    case 415:
      return { code: 'invalid_request' }
    default:
      return { code: 'internal' }
  }
}

/** Paths only: what somebody typed is never repeated. */
function fieldsOf(error: z.ZodError): string[] {
  const paths = error.issues.map((issue) => issue.path.join('.') || '(whole message)')
  return [...new Set(paths)].slice(0, MAX_DETAILS).map((path) => path.slice(0, 200))
}

function statusIn(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined
}

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const body = errorBodyOf(error)
    if (body.code === 'internal') request.log.error({ err: error }, 'a request failed')
    return reply.code(new AppError(body.code).status).header('cache-control', 'no-store').send({ error: body })
  })
}
