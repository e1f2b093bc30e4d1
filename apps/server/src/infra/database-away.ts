const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])

// Prisma's own: cannot reach, timed out, closed, no connection from the pool in time.
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024'])

// Connection exceptions; shutdown, crash, starting up; too many connections.
const SQL_STATES = /^(08\w{3}|57P0[1-3]|53300)$/

const ADAPTER_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])

// `pg` gives these no code.
const DRIVER_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Cannot use a pool after calling end/

/** True where the database could not be asked, as opposed to having refused. Looks through causes and wrappers. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  const MAX_DEPTH = 6
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false
  if (speaksOfConnection(error)) return true
  return wrapped(error).some((inner) => isDatabaseAway(inner, depth + 1))
}

function speaksOfConnection(error: object): boolean {
  const { code, kind, message } = error as { code?: unknown; kind?: unknown; message?: unknown }
  if (typeof kind === 'string' && ADAPTER_KINDS.has(kind)) return true
  if (typeof code === 'string' && (NETWORK_CODES.has(code) || PRISMA_CODES.has(code) || SQL_STATES.test(code)))
    return true
  return typeof message === 'string' && code === undefined && DRIVER_MESSAGES.test(message)
}

function wrapped(error: object): unknown[] {
  const { cause, errors, meta } = error as {
    cause?: unknown
    errors?: unknown
    meta?: { driverAdapterError?: unknown }
  }
  return [cause, meta?.driverAdapterError, ...(Array.isArray(errors) ? errors : [])]
}
