import { anAddress } from './http-caller.ts'
import type { IssueCookie } from './scripted-partner.ts'

/** The session cookie, asked of the pages' own cookie issuer as the sign-in page does. */
export function pagesCookie(baseUrl: string): IssueCookie {
  return async (email, authKey) => {
    const address = anAddress()
    const csrf = await fetch(new URL('/api/auth/csrf', baseUrl), { headers: address })
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const response = await fetch(new URL('/api/auth/callback/credentials', baseUrl), {
      method: 'POST',
      headers: { ...address, origin: baseUrl, cookie: cookiesOf(csrf).join('; ') },
      body: new URLSearchParams({ email, authKey, csrfToken, callbackUrl: baseUrl, json: 'true' }),
    })
    const session = cookiesOf(response).find((cookie) => cookie.includes('turnstone.session'))
    if (!session) throw new Error(`no session: ${response.status} ${await response.text()}`)
    return session
  }
}

const cookiesOf = (response: Response): string[] =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '')
