import { hkdfSync, randomBytes } from 'node:crypto'
import { http } from '@turnstone/protocol'
import { type IssueCookie, SteeredClock } from '@turnstone/testkit'
import type { FastifyInstance } from 'fastify'
import { EncryptJWT } from 'jose'
import { buildServer } from '../../src/app.ts'
import { sessionCookieName } from '../../src/features/session/queries.ts'
import { onPort, readConfig } from '../../src/infra/config.ts'
import { createDatabase, type Database } from '../../src/infra/db.ts'
import { freePort } from '../../src/infra/free-port.ts'
import { createLogger } from '../../src/infra/logger.ts'
import type { Mail, Mailer } from '../../src/infra/mailer/mailer.ts'
import type { PushSender } from '../../src/infra/push/push-sender.ts'
import { serverKeys } from '../../src/infra/push/server-keys.ts'
import type { Secrets } from '../../src/infra/secrets.ts'
import { createTestDatabase } from './postgres.ts'

export interface TestServer {
  readonly url: string
  readonly app: FastifyInstance
  readonly clock: SteeredClock
  readonly db: Database
  readonly databaseUrl: string
  /** Time passes while server and devices beat. A bare `clock.advance` is a server that was away. */
  letTimePass(ms: number, everybodyBeats: () => Promise<void>): Promise<void>
  /** Every mail that was sent so far. */
  readonly mails: readonly Mail[]
  /** Everything that was logged so far. */
  logged(): string
  readonly issueCookie: IssueCookie
  /** What only the pages' own server may ask. */
  askInternally(path: string, body: unknown): Promise<Response>
  stop(): Promise<void>
}

/** The real server over a database of its own, without the pages: cookies are made as the pages' cookie issuer makes them. */
export async function startTestServer({
  clock = new SteeredClock(),
  databaseUrl,
  push = NO_PUSHES,
}: {
  clock?: SteeredClock
  databaseUrl?: string
  push?: PushSender
} = {}): Promise<TestServer> {
  const own = databaseUrl ? null : await createTestDatabase()
  const dbUrl = databaseUrl ?? own?.url ?? ''
  const port = await freePort()
  const config = onPort(readConfig({ PORT: '0' }).config, port)
  const secrets = newSecrets()
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => lines.push(line) })
  const db = createDatabase(dbUrl, logger)
  const mails: Mail[] = []
  const mailer: Mailer = { way: 'mail', send: (mail) => void mails.push(mail), async close() {} }
  const app = await buildServer({ config, secrets, db, clock, logger, mailer, push, webUpstream: null })
  const url = `http://127.0.0.1:${port}`
  await app.listen({ host: '127.0.0.1', port })
  return {
    url,
    app,
    clock,
    db,
    databaseUrl: dbUrl,
    mails,
    async letTimePass(ms, everybodyBeats) {
      for (let left = ms; left > 0; left -= STEP_MS) {
        clock.advance(Math.min(left, STEP_MS))
        const { wallMs, monotonicMs } = clock.now()
        await db.pool.query('UPDATE server_run SET beat_wall_ms = $1, beat_monotonic_ms = $2', [wallMs, monotonicMs])
        await everybodyBeats()
      }
    },
    logged: () => lines.join(''),
    issueCookie: cookieIssuer(url, secrets),
    askInternally: (path, body) =>
      fetch(new URL(path, url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-turnstone-internal': secrets.internalToken },
        body: JSON.stringify(body),
      }),
    async stop() {
      await app.close()
      await db.close()
      await own?.drop()
    },
  }
}

/** Shorter than any silence that counts. */
const STEP_MS = 2_000

/** Nobody takes pushes in most tests. */
const NO_PUSHES: PushSender = {
  serverKey: serverKeys(null, newSecrets().authSecret).publicKey,
  send: async () => ({ kind: 'gone' }),
  close() {},
}

function newSecrets(): Secrets {
  const fresh = () => randomBytes(32).toString('base64url')
  return { authSecret: fresh(), pepper: fresh(), internalToken: fresh(), enumerationKey: fresh() }
}

/** As next-auth does it: proves the key to the server, then seals the session's ids into a cookie. */
export function cookieIssuer(url: string, secrets: Pick<Secrets, 'authSecret' | 'internalToken'>): IssueCookie {
  return async (email, authKey) => {
    const response = await fetch(new URL(http.session.startSession.path, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-turnstone-internal': secrets.internalToken },
      body: JSON.stringify({ email, authKey }),
    })
    if (!response.ok) throw new Error(`no session: ${await response.text()}`)
    const { userId, sessionId, sessionVersion } = http.session.startSession.reply.parse(await response.json())
    const key = new Uint8Array(hkdfSync('sha256', secrets.authSecret, '', 'NextAuth.js Generated Encryption Key', 32))
    const token = await new EncryptJWT({ sub: userId, sid: sessionId, sv: sessionVersion })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setIssuedAt()
      .setExpirationTime('30d')
      .encrypt(key)
    return `${sessionCookieName(false)}=${token}`
  }
}
