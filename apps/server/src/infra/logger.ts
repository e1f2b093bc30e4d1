import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino'
import type { LogLevel } from './settings.ts'

export type Logger = PinoLogger

const MAX_TEXT_LENGTH = 200

/**
 * The only fields a log line may carry. Everything else is dropped, so that a cookie, a body or an address cannot reach
 * the log by somebody's carelessness. Nothing here says which person did something.
 */
const ALLOWED_FIELDS = new Set([
  'attempt',
  'code',
  'component',
  'count',
  'delayMs',
  'durationMs',
  'event',
  'job',
  'method',
  'migration',
  'pid',
  'port',
  'reason',
  'reqId',
  'responseTime',
  'route',
  'signal',
  'status',
  'version',
])

/** JSON lines on standard error. Messages are constant texts; what varies goes into the allowed fields. */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: allowedOnly },
      serializers: { err: asIs }, // pino's own would add to what `allowedOnly` made
    },
    destination,
  )
  // Neither formatters nor our choice of serialisers reach what a child logger is made with.
  const { child } = logger
  logger.child = function childWithAllowedFields(this: Logger, bindings: Record<string, unknown>) {
    return child.call(this, allowedOnly(bindings))
  } as Logger['child']
  return logger
}

function asIs(value: unknown): unknown {
  return value
}

function allowedOnly(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'err' || name === 'error') kept.err = describeError(value)
    else if (name === 'req') kept.req = describeRequest(value)
    else if (name === 'res') kept.res = describeResponse(value)
    else if (ALLOWED_FIELDS.has(name)) kept[name] = plain(value)
  }
  return kept
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, MAX_TEXT_LENGTH)
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined
}

/** Kind and place of an error. Not its message: database drivers repeat values of the row in it. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause instanceof Error ? { cause: describeError(error.cause) } : {}
  return {
    type: error.name,
    code: plain('code' in error ? error.code : undefined),
    constraint: plain('constraint' in error ? error.constraint : undefined),
    stack: frames.map((line) => line.trim()),
    ...cause,
  }
}

/** The route's pattern, never the address that was asked for: it may carry ids. */
function describeRequest(request: unknown): Record<string, unknown> {
  const { method, routeOptions } = (request ?? {}) as { method?: unknown; routeOptions?: { url?: unknown } }
  return { method: plain(method), route: plain(routeOptions?.url) }
}

function describeResponse(response: unknown): Record<string, unknown> {
  const { statusCode } = (response ?? {}) as { statusCode?: unknown }
  return { status: plain(statusCode) }
}
