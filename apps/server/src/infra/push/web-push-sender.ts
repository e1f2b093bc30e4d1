import { Agent, request } from 'node:https'
import webPush from 'web-push'
import type { Logger } from '../logger.ts'
import { isPushAddress, lookUpPublic, PrivateAddressError } from './push-address.ts'
import type { PushMessage, PushSender, PushTarget, SendOutcome } from './push-sender.ts'
import type { ServerKeys } from './server-keys.ts'

const TIMEOUT_MS = 10_000
const SECOND_MS = 1_000

/** Sealed for the browser (RFC 8291), signed by this server (RFC 8292), posted to the browser's push service (RFC 8030). */
export class WebPushSender implements PushSender {
  readonly serverKey: string
  readonly #keys: ServerKeys
  readonly #contact: string
  readonly #logger: Logger
  readonly #agent: Agent

  /** @param agent how connections are made; ours refuses private addresses */
  constructor(keys: ServerKeys, contact: string, logger: Logger, agent: Agent = publicOnly()) {
    this.serverKey = keys.publicKey
    this.#keys = keys
    this.#contact = contact
    this.#logger = logger
    this.#agent = agent
  }

  async send(target: PushTarget, message: PushMessage): Promise<SendOutcome> {
    // What was let in by an older version of this rule is not pushed to either.
    if (!isPushAddress(target.endpoint)) return { kind: 'gone' }
    try {
      const { status, retryAfter } = await this.#post(this.#sealed(target, message))
      return outcomeOf(status, retryAfter)
    } catch (error) {
      this.#logger.warn({ err: error, component: 'push' }, 'a push service could not be reached')
      return error instanceof PrivateAddressError ? { kind: 'gone' } : { kind: 'later', afterMs: null }
    }
  }

  close(): void {
    this.#agent.destroy()
  }

  #sealed({ endpoint, p256dh, auth }: PushTarget, { text, ttlSeconds, topic }: PushMessage): webPush.RequestDetails {
    const keys = { p256dh: toBase64url(p256dh), auth: toBase64url(auth) }
    return webPush.generateRequestDetails({ endpoint, keys }, text, {
      TTL: ttlSeconds,
      topic,
      urgency: 'high',
      contentEncoding: 'aes128gcm',
      vapidDetails: { subject: this.#contact, ...this.#keys },
    })
  }

  /** The library's own way of sending keeps whatever is answered; here nothing of it is read, and nothing is followed. */
  #post({ endpoint, method, headers, body }: webPush.RequestDetails): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const asked = request(endpoint, { method, headers, agent: this.#agent, signal }, (response) => {
      response.on('error', reject).resume()
      const retryAfter = Number(response.headers['retry-after'])
      resolve({ status: response.statusCode ?? 0, retryAfter: Number.isFinite(retryAfter) ? retryAfter : null })
      response.destroy()
    })
    asked.on('error', reject).end(body)
    return promise
  }
}

interface Answer {
  readonly status: number
  /** In seconds; a date instead of a number is not understood. */
  readonly retryAfter: number | null
}

const publicOnly = () => new Agent({ lookup: lookUpPublic, keepAlive: false })

function outcomeOf(status: number, retryAfter: number | null): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  const isBusy = status === 408 || status === 429 || status >= 500
  return isBusy
    ? { kind: 'later', afterMs: retryAfter === null ? null : retryAfter * SECOND_MS }
    : { kind: 'refused', status }
}

const toBase64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
