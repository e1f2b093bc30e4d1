import type * as z from 'zod'
import type { ErrorCode } from '../error.ts'

/**
 * One HTTP route as both sides and the OpenAPI document see it. The server answers `ok` with `status` and a body
 * of `reply`, or one of `errors` (and any of the errors every route can give).
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for path parameters. */
  readonly path: `/${string}`
  readonly summary: string
  /** `none`: anyone. `session`: a signed-in person. `internal`: the web app’s own server, by its token. */
  readonly auth: 'none' | 'session' | 'internal'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly status: 200 | 201 | 204
  readonly reply?: z.ZodType
  readonly errors: readonly ErrorCode[]
}

export const route = <const R extends Route>(contract: R): R => contract

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined
type Given<T> = T extends z.ZodType ? z.input<T> : undefined
/** What a handler receives, parsed. */
export type RouteInput<R extends Route> = {
  params: Parsed<R['params']>
  query: Parsed<R['query']>
  body: Parsed<R['body']>
}
/** What a caller passes in; parts the route does not have are left out. */
export type RouteCall<R extends Route> = (R['params'] extends z.ZodType ? { params: Given<R['params']> } : object) &
  (R['query'] extends z.ZodType ? { query?: Given<R['query']> } : object) &
  (R['body'] extends z.ZodType ? { body: Given<R['body']> } : object)
export type RouteReply<R extends Route> = R['reply'] extends z.ZodType ? z.output<R['reply']> : undefined
