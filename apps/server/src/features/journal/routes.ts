import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { saveEntry } from './commands.ts'
import { listEntries, readEntry } from './queries.ts'

export function journalRoutes(app: FastifyInstance, context: Context): void {
  const { journal } = http

  serveRoute(app, context, journal.saveEntry, (input, person) => saveEntry(context, person.accountId, input))

  serveRoute(app, context, journal.listEntries, ({ query }, person) => listEntries(context, person.accountId, query))

  serveRoute(app, context, journal.getEntry, ({ params }, person) =>
    readEntry(context, person.accountId, params.entryId),
  )
}
