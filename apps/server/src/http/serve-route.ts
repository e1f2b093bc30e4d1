import { timingSafeEqual } from 'node:crypto'
import type { Route, RouteInput, RouteReply } from '@turnstone/protocol'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { identify, type Person } from '../features/session/queries.ts'
import { AppError } from './app-error.ts'

/** Who asks: a signed-in person where the contract says so; elsewhere perhaps nobody. */
type Asker<R extends Route> = R['auth'] extends 'session' ? Person : Person | null
type Handler<R extends Route> = (input: RouteInput<R>, person: Asker<R>) => Promise<RouteReply<R>>

interface Limits {
  /** Tries a minute from one address. A route without it has the general limit. */
  readonly perMinute?: number
  /** Never limited: a pause may come through here. */
  readonly unlimited?: true
}

const REQUESTS_PER_MINUTE = 600

/** Serves one route exactly as its contract in `packages/protocol` says: who may ask, what goes in, what comes out. */
export function serveRoute<const R extends Route>(
  app: FastifyInstance,
  context: Context,
  contract: R,
  handle: Handler<R>,
  limits: Limits = {},
): void {
  app.route({
    method: contract.method,
    url: contract.path,
    config: {
      rateLimit: limits.unlimited ? false : { max: limits.perMinute ?? REQUESTS_PER_MINUTE, timeWindow: '1 minute' },
    },
    handler: async (request, reply) => {
      const person = await asker(context, contract, request)
      const input = {
        params: contract.params?.parse(request.params),
        query: contract.query?.parse(request.query),
        body: contract.body?.parse(request.body),
      } as RouteInput<R>
      const answer = await handle(input, person as Asker<R>)
      reply.code(contract.status).header('cache-control', 'no-store')
      // Encoding drops nothing silently: a reply with a field the contract lacks is our defect, and it is refused.
      return contract.reply ? reply.send(contract.reply.parse(answer)) : reply.send()
    },
  })
}

async function asker(context: Context, contract: Route, request: FastifyRequest): Promise<Person | null> {
  if (contract.auth === 'internal') {
    if (!isInternal(context, request)) throw new AppError('not_found')
    return null
  }
  const person = await identify(context, request.headers.cookie)
  if (contract.auth === 'session' && !person) throw new AppError('signed_out')
  return person
}

function isInternal({ secrets }: Context, request: FastifyRequest): boolean {
  const given = Buffer.from(String(request.headers['x-turnstone-internal'] ?? ''))
  const expected = Buffer.from(secrets.internalToken)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
