import { asyncApiDocument, openApiDocument } from '@turnstone/protocol/documents'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'

/** The interfaces, described by the very schemas that guard them. */
export function documentRoutes(app: FastifyInstance, { config }: Context): void {
  const openApi = openApiDocument(config.publicOrigin)
  const asyncApi = asyncApiDocument(config.publicOrigin)
  app.get('/api/openapi.json', () => openApi)
  app.get('/api/asyncapi.json', () => asyncApi)
}
