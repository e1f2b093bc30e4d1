import { randomInt } from 'node:crypto'
import { type ErrorBody, ErrorReply, type Route, type RouteCall, type RouteReply } from '@turnstone/protocol'

/** What a route answered instead of its reply. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly body: ErrorBody

  constructor(status: number, body: ErrorBody) {
    super(`${status} ${body.code}`)
    this.status = status
    this.body = body
  }
}

/** An address to come from, said as a proxy on this machine says it: limits are per visitor, and visitors are many. */
export const anAddress = () => ({ 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}` })

/** Calls routes as a browser on the server's own pages does. Replies are parsed by their contract. */
export class HttpCaller {
  readonly baseUrl: string
  readonly #address = anAddress()
  cookie: string | null = null
  /** Where the caller seems to come from, for limits; null: this machine. */
  address: string | null = null

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl
  }

  async call<const R extends Route>(route: R, input: RouteCall<R>): Promise<RouteReply<R>> {
    const { params = {}, query = {}, body } = input as { params?: object; query?: object; body?: unknown }
    const path = Object.entries(params).reduce(
      (path, [name, value]) => path.replace(`:${name}`, encodeURIComponent(String(value))),
      route.path as string,
    )
    const url = new URL(path, this.baseUrl)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
    const response = await fetch(url, {
      method: route.method,
      headers: {
        origin: this.baseUrl,
        ...this.#address,
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.address && { 'x-forwarded-for': this.address }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (response.status !== route.status)
      throw new Refused(response.status, ErrorReply.parse(await response.json()).error)
    return (route.reply ? route.reply.parse(await response.json()) : undefined) as RouteReply<R>
  }
}
