import * as z from 'zod'
import { ERRORS, type ErrorCode, ErrorReply } from '../error.ts'
import type { Route } from '../http/contract.ts'
import { PROTOCOL_VERSION } from '../version.ts'
import { ROUTES } from './routes.ts'

/** What every route may answer, beside its own errors. */
const COMMON: readonly ErrorCode[] = ['invalid_request', 'too_large', 'too_many_requests', 'internal', 'database_away']

const input = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
const output = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })
const json = (schema: object) => ({ 'application/json': { schema } })

/** The OpenAPI 3.1 document of the HTTP routes, made from their schemas. */
export function openApiDocument(serverUrl: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of ROUTES.filter((route) => route.auth !== 'internal')) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Turnstone',
      version: String(PROTOCOL_VERSION),
      license: { name: 'MIT', identifier: 'MIT' },
      description: 'The HTTP side of Turnstone. What is sealed on a device is bytes here: the server cannot read it.',
    },
    servers: [{ url: serverUrl }],
    components: {
      schemas: { Error: output(ErrorReply) },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-turnstone.session',
          description: 'On loopback http: turnstone.session',
        },
      },
    },
    paths,
  }
}

function operation(route: Route): object {
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')]
  return {
    summary: route.summary,
    security: route.auth === 'session' ? [{ session: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: { required: true, content: json(input(route.body)) } }),
    responses: {
      [route.status]: { description: 'Done.', ...(route.reply && { content: json(output(route.reply)) }) },
      ...errorResponses(route),
    },
  }
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): object[] {
  if (!schema) return []
  const { properties = {}, required = [] } = input(schema)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}

function errorResponses(route: Route): Record<string, object> {
  const own: ErrorCode[] = [
    ...route.errors,
    ...(route.auth === 'session' ? (['signed_out', 'origin_refused'] as const) : []),
  ]
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of new Set([...own, ...COMMON])) {
    const status = ERRORS[code][0]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${ERRORS[code][1]}`).join('\n\n'),
        content: json({ $ref: '#/components/schemas/Error' }),
      },
    ]),
  )
}
