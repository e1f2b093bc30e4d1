import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { toText } from '../../infra/bytes.ts'
import {
  addPasskey,
  makeChallenge,
  removePasskey,
  requireDomain,
  requirePassword,
  startSessionByPasskey,
} from './commands.ts'
import { domainOf } from './domain.ts'
import { findPasskeys } from './store.ts'

const CHALLENGES_PER_MINUTE = 30

export function passkeyRoutes(app: FastifyInstance, context: Context): void {
  const { passkey } = http

  serveRoute(app, context, passkey.listPasskeys, async (_input, person) => {
    const passkeys = await findPasskeys(context.db, person.accountId)
    return {
      domain: domainOf(context.config),
      passkeys: passkeys.map(({ credentialId, createdAt, label }) => ({
        credentialId: toText(credentialId),
        createdAtMs: createdAt.getTime(),
        label: label && toText(label),
      })),
    }
  })

  serveRoute(app, context, passkey.beginPasskey, async ({ body }, person) => {
    const domain = requireDomain(context)
    await requirePassword(context, person, body.authKey)
    return { domain, challenge: await makeChallenge(context, person.accountId), userId: person.accountId }
  })

  serveRoute(app, context, passkey.addPasskey, async ({ body }, person) => {
    await addPasskey(context, person, body)
    return undefined
  })

  serveRoute(app, context, passkey.removePasskey, async ({ params, body }, person) => {
    await removePasskey(context, person, params.credentialId, body)
    return undefined
  })

  serveRoute(
    app,
    context,
    passkey.beginSignIn,
    async () => ({ domain: requireDomain(context), challenge: await makeChallenge(context, null) }),
    { perMinute: CHALLENGES_PER_MINUTE },
  )

  // All calls come from our own page server's one address; every one needs a challenge, and those are limited.
  serveRoute(app, context, passkey.startSessionByPasskey, ({ body }) => startSessionByPasskey(context, body), {
    unlimited: true,
  })
}
