import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { openRecovery, recover } from './recovery.ts'
import { askReset, finishReset, openReset } from './reset.ts'

const TRIES_PER_MINUTE = 10
const MAILS_PER_MINUTE = 5

/** Ways back in for somebody who is not signed in. */
export function recoveryRoutes(app: FastifyInstance, context: Context): void {
  const limits = { perMinute: TRIES_PER_MINUTE }

  serveRoute(app, context, http.recovery.openRecovery, ({ body }) => openRecovery(context, body), limits)

  serveRoute(
    app,
    context,
    http.recovery.recover,
    async ({ body }) => {
      await recover(context, body)
      return undefined
    },
    limits,
  )

  serveRoute(app, context, http.recovery.wayOfReset, async () => ({ way: context.mailer.way }))

  serveRoute(
    app,
    context,
    http.recovery.askReset,
    async ({ body }) => {
      await askReset(context, body)
      return undefined
    },
    { perMinute: MAILS_PER_MINUTE },
  )

  serveRoute(app, context, http.recovery.openReset, ({ body }) => openReset(context, body.token), limits)

  serveRoute(
    app,
    context,
    http.recovery.finishReset,
    async ({ body }) => {
      await finishReset(context, body)
      return undefined
    },
    limits,
  )
}
