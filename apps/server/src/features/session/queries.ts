import { hkdfSync } from 'node:crypto'
import { jwtDecrypt } from 'jose'
import * as z from 'zod'
import type { Context } from '../../context.ts'
import { findOpenSession } from './store.ts'

/** A signed-in person on one device. Comes from the cookie and the session table, never from a message. */
export interface Person {
  readonly accountId: string
  readonly sessionId: string
}

const Claims = z.object({ sub: z.uuid(), sid: z.uuid(), sv: z.int() })

/** The person behind a `Cookie` header, or null. Asks the session table each time, so that an ended session ends now. */
export async function identify(context: Context, cookieHeader: string | undefined): Promise<Person | null> {
  const token = readCookie(cookieHeader, sessionCookieName(context.config.secureCookies))
  if (!token) return null
  const claims = await readToken(token, context.secrets.authSecret)
  if (!claims) return null
  const session = await findOpenSession(context.db, claims.sid, new Date(context.clock.now().wallMs))
  if (session?.accountId !== claims.sub || session.version !== claims.sv) return null
  return { accountId: claims.sub, sessionId: claims.sid }
}

/** `__Host-` wherever there is https; plain loopback http keeps an unprefixed name, which WebKit would drop otherwise. */
export const sessionCookieName = (secure: boolean) => (secure ? '__Host-turnstone.session' : 'turnstone.session')

/** A cookie's value; next-auth splits one that is too long into `name.0`, `name.1`, … */
function readCookie(header = '', name: string): string | null {
  const cookies = new Map(
    header.split(';').map((pair) => {
      const [key = '', ...value] = pair.trim().split('=')
      return [key, value.join('=')]
    }),
  )
  const whole = cookies.get(name)
  if (whole) return whole
  let chunks = ''
  for (let i = 0; cookies.has(`${name}.${i}`); i++) chunks += cookies.get(`${name}.${i}`)
  return chunks || null
}

/** next-auth's cookie: a JWE with a key derived from the shared secret. Null for anything that does not open. */
async function readToken(token: string, secret: string): Promise<z.infer<typeof Claims> | null> {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32))
  try {
    const { payload } = await jwtDecrypt(token, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      clockTolerance: 15,
    })
    return Claims.safeParse(payload).data ?? null
  } catch {
    return null // forged, damaged or older than its time: nobody is signed in by it
  }
}
