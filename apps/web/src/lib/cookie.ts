import * as z from 'zod'
import { ApiError, type ProblemCode } from './errors'

/*
 * Asks next-auth's routes for the session cookie, or to take it back. Its own client is twenty times this size, for
 * providers and polling we do not have.
 */

const TIMEOUT_MS = 15_000
const Csrf = z.object({ csrfToken: z.string() })
const Answer = z.object({ url: z.string() })

async function ask<Schema extends z.ZodType>(path: string, schema: Schema, form?: Record<string, string>) {
  const init: RequestInit = { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }
  if (form) Object.assign(init, { method: 'POST', body: new URLSearchParams(form) })
  let response: Response
  try {
    response = await fetch(`/api/auth/${path}`, init)
  } catch {
    throw new ApiError('offline')
  }
  const answer = schema.safeParse(await response.json().catch(() => null))
  if (!answer.success) throw new ApiError(response.status >= 500 ? 'offline' : 'unreadable')
  return answer.data
}

async function post(path: string, fields: Record<string, string>): Promise<string | null> {
  const { csrfToken } = await ask('csrf', Csrf)
  const { url } = await ask(path, Answer, { ...fields, csrfToken, callbackUrl: location.origin, json: 'true' })
  return new URL(url, location.origin).searchParams.get('error')
}

const KNOWN = ['too_many_requests', 'database_away', 'passkey_refused', 'passkeys_unavailable'] as const

/** next-auth names its own refusal; the server's come through by their code. */
function meaningOf(error: string): ProblemCode {
  if (error === 'CredentialsSignin') return 'wrong_credentials'
  return KNOWN.find((code) => code === error) ?? 'internal'
}

/** `passkey`: an answer to a challenge, as JSON. */
export async function takeCookie(credentials: { email: string; authKey: string } | { passkey: string }): Promise<void> {
  const error = await post('callback/credentials', credentials)
  if (error) throw new ApiError(meaningOf(error))
}

/** The server ends the session too. */
export async function returnCookie(): Promise<void> {
  await post('signout', {})
}
