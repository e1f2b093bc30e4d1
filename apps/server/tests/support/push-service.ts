import { createDecipheriv, createECDH, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { Agent, createServer, type Server } from 'node:https'
import { http } from '@turnstone/protocol'
import type { ScriptedPartner } from '@turnstone/testkit'
import { importJWK, jwtVerify } from 'jose'
import { createLogger } from '../../src/infra/logger.ts'
import { serverKeys } from '../../src/infra/push/server-keys.ts'
import { WebPushSender } from '../../src/infra/push/web-push-sender.ts'
import { certificateFor } from './certificate.ts'
import { until } from './until.ts'

const NAME = 'push.example.org'
const CONTACT = 'mailto:host@example.org'

export interface Posted {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A browser's push service on this machine: https, and everything that is posted is kept. Its name leads here only for `sender`. */
export class PushService {
  readonly posted: Posted[] = []
  /** What is answered next, in order; then 201. */
  readonly answers: { status: number; headers?: Record<string, string> }[] = []
  readonly #server: Server
  readonly #cert: string
  readonly #onPosted: (posted: Posted) => void

  private constructor(server: Server, cert: string, onPosted: (posted: Posted) => void) {
    this.#server = server
    this.#cert = cert
    this.#onPosted = onPosted
    server.on('request', (request, response) => void this.#take(request, response))
  }

  static async open(onPosted: (posted: Posted) => void = () => {}): Promise<PushService> {
    const { key, cert } = certificateFor(NAME)
    const server = createServer({ key, cert }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new PushService(server, cert, onPosted)
  }

  /** As the product sends, with the same keys for all; only the way to the name is ours. */
  sender(secret = 'A'.repeat(43)): WebPushSender {
    const keys = serverKeys(null, secret)
    return new WebPushSender(keys, CONTACT, createLogger('silent'), this.agent())
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  untilPosted(count: number): Promise<void> {
    return until(`${count} pushes`, () => this.posted.length >= count)
  }

  /** Connections that lead here, wherever the name should. */
  agent(): Agent {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the push service is closed')
    const { port } = address
    class Here extends Agent {
      override createConnection(options: object, ...rest: unknown[]) {
        const create = super.createConnection as (
          options: object,
          ...rest: unknown[]
        ) => ReturnType<Agent['createConnection']>
        return create.call(this, { ...options, host: '127.0.0.1', port, servername: NAME }, ...rest)
      }
    }
    return new Here({ ca: this.#cert })
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const posted = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) }
    this.posted.push(posted)
    this.#onPosted(posted)
    const { status, headers } = this.answers.shift() ?? { status: 201 }
    response.writeHead(status, headers).end('an answer that nobody reads')
  }
}

/** What a browser makes of a subscription, and what it does with a push: RFC 8291, written for this test alone. */
export class PushBrowser {
  readonly path = `/send/${randomUUID()}`
  readonly #pair = createECDH('prime256v1')
  readonly #auth = randomBytes(16)
  readonly #publicKey = this.#pair.generateKeys()

  get endpoint(): string {
    return `https://${NAME}${this.path}`
  }

  get subscription() {
    const p256dh = this.#publicKey.toString('base64url')
    return { endpoint: this.endpoint, p256dh, auth: this.#auth.toString('base64url') }
  }

  async subscribe(person: ScriptedPartner, renewal = false): Promise<void> {
    await person.http.call(http.push.putSubscription, { body: { ...this.subscription, renewal } })
  }

  open({ body }: Posted): unknown {
    const [salt, keyLength] = [body.subarray(0, 16), body[20] ?? 0]
    const theirs = body.subarray(21, 21 + keyLength)
    const sealed = body.subarray(21 + keyLength)
    const shared = this.#pair.computeSecret(theirs)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.#publicKey, theirs])
    const secret = derived(shared, this.#auth, info, 32)
    const key = derived(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derived(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    const end = plain.lastIndexOf(2)
    return JSON.parse(plain.subarray(0, end).toString())
  }
}

const derived = (secret: Buffer, salt: Buffer, info: Buffer, bytes: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))

/** What the signature of a push says, once it fits the key that it names. */
export async function signedBy({
  headers,
}: Posted): Promise<{ serverKey: string; audience: unknown; contact: unknown }> {
  const [, token = '', serverKey = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? []
  const point = Buffer.from(serverKey, 'base64url')
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  const { payload } = await jwtVerify(token, await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256'))
  return { serverKey, audience: payload.aud, contact: payload.sub }
}
