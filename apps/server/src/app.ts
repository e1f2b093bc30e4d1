import rateLimit from '@fastify/rate-limit'
import { LIMITS } from '@turnstone/protocol'
import { type FastifyInstance, fastify, LogController } from 'fastify'
import type { Context } from './context.ts'
import { recoveryRoutes } from './features/account/recovery-routes.ts'
import { accountRoutes } from './features/account/routes.ts'
import { agreementRoutes } from './features/agreement/routes.ts'
import { forgetAllAlarms } from './features/check-in/alarm.ts'
import { wakeWhatIsPaused } from './features/check-in/commit.ts'
import { checkInRoutes } from './features/check-in/routes.ts'
import { ServerRun } from './features/check-in/server-run.ts'
import { documentRoutes } from './features/documents/routes.ts'
import { healthRoutes } from './features/health/routes.ts'
import { journalRoutes } from './features/journal/routes.ts'
import { kitRoutes } from './features/kit/routes.ts'
import { partnershipRoutes } from './features/partnership/routes.ts'
import { passkeyRoutes } from './features/passkey/routes.ts'
import { PushRounds } from './features/push/rounds.ts'
import { pushRoutes } from './features/push/routes.ts'
import { registerRoutes } from './features/register/routes.ts'
import { sessionRoutes } from './features/session/routes.ts'
import { AppError } from './http/app-error.ts'
import { answerErrors } from './http/error-replies.ts'
import { checkOrigin } from './http/origin.ts'
import { servePages } from './http/pages.ts'
import { logRequests } from './http/request-log.ts'
import { sendSecurityHeaders } from './http/security-headers.ts'
import { Fanout } from './realtime/fanout.ts'
import { openGateway } from './realtime/gateway.ts'

export interface ServerDeps extends Omit<Context, 'fanout' | 'serverRun' | 'pushRounds'> {
  /** Where the pages' own server listens; null serves the API alone. */
  readonly webUpstream: string | null
  /** The pages come from a development server, which the strict policy would keep from reloading them. */
  readonly pagesInDevelopment?: boolean
}

/** The front door: everything the server answers, in the order in which it is asked. */
export async function buildServer({
  webUpstream,
  pagesInDevelopment = false,
  ...deps
}: ServerDeps): Promise<FastifyInstance> {
  const context: Context = {
    ...deps,
    fanout: new Fanout(),
    serverRun: new ServerRun(),
    pushRounds: new PushRounds(),
  }
  const app = fastify({
    loggerInstance: deps.logger,
    bodyLimit: LIMITS.httpBodyBytes,
    forceCloseConnections: true,
    // The address that is limited is the visitor's, where a proxy on this machine says it; nobody else is believed.
    trustProxy: 'loopback',
    logController: new LogController({ disableRequestLogging: true }),
  }) as unknown as FastifyInstance // pino's own logger type is narrower than Fastify's, and only here

  answerErrors(app)
  logRequests(app)
  sendSecurityHeaders(app, deps.config, { hasPolicy: !pagesInDevelopment })
  checkOrigin(app, deps.config.allowedOrigins)
  await app.register(rateLimit, {
    global: false, // each route says its own
    errorResponseBuilder: (_request, { ttl }) => new AppError('too_many_requests', { retryAfterMs: ttl }),
  })

  healthRoutes(app, context)
  documentRoutes(app, context)
  accountRoutes(app, context)
  recoveryRoutes(app, context)
  sessionRoutes(app, context)
  passkeyRoutes(app, context)
  pushRoutes(app, context)
  partnershipRoutes(app, context)
  agreementRoutes(app, context)
  registerRoutes(app, context)
  checkInRoutes(app, context)
  journalRoutes(app, context)
  kitRoutes(app, context)
  app.all('/api/*', () => {
    throw new AppError('not_found')
  })
  openGateway(app, context)
  app.addHook('onListen', () => wakeWhatIsPaused(context))
  app.addHook('onListen', () => context.pushRounds.start(context))
  app.addHook('onClose', async () => {
    forgetAllAlarms()
    await context.pushRounds.stop()
  })

  if (webUpstream) await servePages(app, webUpstream)
  return app
}
