import { ErrorReply, type Route, type RouteCall, type RouteReply } from '@turnstone/protocol'
import { ApiError } from './errors'

const TIMEOUT_MS = 15_000

type Parts = { params?: Record<string, string>; query?: Record<string, string | number | undefined>; body?: unknown }
/** Routes that need nothing may be called with nothing. */
type Rest<R extends Route> = object extends RouteCall<R> ? [input?: RouteCall<R>] : [input: RouteCall<R>]

/** Calls one route of the contract. Throws `ApiError`, and nothing else, when there is no good answer. */
export async function call<R extends Route>(route: R, ...[input]: Rest<R>): Promise<RouteReply<R>> {
  const response = await send(route, (input ?? {}) as Parts)
  if (!response.ok) throw await refusal(response)
  if (!route.reply) return undefined as RouteReply<R>
  const reply = route.reply.safeParse(await json(response))
  if (!reply.success) throw new ApiError('unreadable')
  return reply.data as RouteReply<R>
}

async function send(route: Route, { params = {}, query = {}, body }: Parts): Promise<Response> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  const init: RequestInit = { method: route.method, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }
  if (body !== undefined) {
    init.headers = { 'content-type': 'application/json' }
    init.body = JSON.stringify(body)
  }
  try {
    return await fetch(search.size > 0 ? `${path}?${search}` : path, init)
  } catch {
    // Fetch throws for one reason that matters here: nothing was heard back.
    throw new ApiError('offline')
  }
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new ApiError('unreadable')
  }
}

async function refusal(response: Response): Promise<ApiError> {
  // A proxy that cannot reach us answers in its own words; to a person that is "no connection".
  if (response.status === 502 || response.status === 504) return new ApiError('offline')
  const reply = ErrorReply.safeParse(await json(response))
  return reply.success ? new ApiError(reply.data.error.code, reply.data.error) : new ApiError('unreadable')
}
