import { ErrorReply, http, type Route } from '@turnstone/protocol'
import type { CookieOption, NextAuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import * as z from 'zod'

/* Runs in the web app's own server. It turns a proven key into a cookie; who may have one, the front server decides. */

const SESSION_SECONDS = 30 * 24 * 60 * 60

declare module 'next-auth' {
  interface User {
    sid: string
    sv: number
  }
  interface Session {
    userId: string | undefined
    sessionId: string | undefined
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
    sv?: number
  }
}

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

/** `__Host-` where there is TLS; on loopback http some browsers drop such cookies. */
function cookie(name: string): CookieOption {
  const secure = setting('NEXTAUTH_URL').startsWith('https://')
  return {
    name: `${secure ? '__Host-' : ''}turnstone.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  }
}

async function askFront(route: Route, path: string, body?: unknown): Promise<Response> {
  const init: RequestInit = {
    method: route.method,
    headers: { 'x-turnstone-internal': setting('TURNSTONE_INTERNAL_TOKEN') },
  }
  if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' }
    init.body = JSON.stringify(body)
  }
  return fetch(new URL(path, setting('TURNSTONE_INTERNAL_URL')), init)
}

/** What proves who somebody is: a key from the password, or a passkey's answer as JSON. */
const Given = z.union([
  z.object({ passkey: z.string().max(32_768) }),
  z.object({ email: z.string(), authKey: z.string() }),
])

/** Throws the code of what went wrong; next-auth hands it on to the page. */
async function startSession(credentials: unknown) {
  const given = Given.safeParse(credentials)
  if (!given.success) return null
  const [route, proof] =
    'passkey' in given.data
      ? [http.passkey.startSessionByPasskey, parsedJson(given.data.passkey)]
      : [http.session.startSession, given.data]
  const body = z.safeParse(route.body, proof)
  if (!body.success) return null
  const response = await askFront(route, route.path, body.data)
  if (!response.ok) {
    const refusal = ErrorReply.safeParse(await response.json())
    const code = refusal.success ? refusal.data.error.code : 'internal'
    if (code === 'wrong_credentials') return null
    throw new Error(code)
  }
  const { userId, sessionId, sessionVersion } = route.reply.parse(await response.json())
  return { id: userId, sid: sessionId, sv: sessionVersion }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // no schema takes it
  }
}

export function authOptions(): NextAuthOptions {
  return {
    secret: setting('NEXTAUTH_SECRET'),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/settings', error: '/sign-in' },
    useSecureCookies: setting('NEXTAUTH_URL').startsWith('https://'),
    cookies: {
      sessionToken: cookie('session'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
    },
    providers: [
      credentials({
        credentials: { email: {}, authKey: {}, passkey: {} },
        authorize: startSession,
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sid, sv: user.sv } : token),
      session: ({ session, token }) => ({ expires: session.expires, userId: token.sub, sessionId: token.sid }),
    },
    events: {
      async signOut({ token }) {
        if (!token.sid) return
        const { endIssuedSession: route } = http.session
        await askFront(route, route.path.replace(':sessionId', encodeURIComponent(token.sid)))
      },
    },
    // Only the kind of trouble: its details can hold what was typed.
    logger: { error: (code) => console.error(`sign-in: ${code}`), warn: () => {}, debug: () => {} },
  }
}
