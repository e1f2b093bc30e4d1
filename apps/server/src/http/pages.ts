import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance } from 'fastify'

const LOCALES = ['en', 'es'] as const
type Locale = (typeof LOCALES)[number]
const LOCALE_COOKIE = 'turnstone.locale'
/** next-auth's own routes, the only dynamic thing behind us. */
const COOKIE_ISSUER = '/api/auth'
const SIGN_IN_REQUESTS_PER_MINUTE = 120
const ONE_YEAR = 'public, max-age=31536000, immutable'
/** Pages, the service worker, icons: kept, and asked for at every use, so that nobody stays with an older build. */
const ASK_FIRST = 'no-cache'

/** Pages come from the page server behind us; addresses without a language go to the reader's own. */
export async function servePages(app: FastifyInstance, upstream: string): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || !needsLocale(request.url)) return
    const locale = localeFor(request.headers.cookie, request.headers['accept-language'])
    await reply
      .header('vary', 'accept-language, cookie')
      .header('cache-control', 'no-store')
      .redirect(`/${locale}${request.url === '/' ? '' : request.url}`, 302)
  })
  await app.register(httpProxy, {
    upstream,
    prefix: COOKIE_ISSUER,
    rewritePrefix: COOKIE_ISSUER,
    disableRequestLogging: true,
    config: { rateLimit: { max: SIGN_IN_REQUESTS_PER_MINUTE, timeWindow: '1 minute' } },
  })
  await app.register(httpProxy, {
    upstream,
    disableRequestLogging: true, // `request-log.ts` says why
    replyOptions: {
      rewriteHeaders: (headers, request) => ({
        ...headers,
        'cache-control': request?.url.startsWith('/_next/static/') ? ONE_YEAR : ASK_FIRST,
      }),
    },
  })
}

/** Addresses people type or share: no file, no language in front, nothing of the machinery. */
function needsLocale(url: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  const first = path.split('/')[1] ?? ''
  if (['api', '_next', 'socket.io', 'health'].includes(first)) return false
  return !LOCALES.some((locale) => locale === first) && !path.includes('.')
}

function localeFor(cookies = '', languages = ''): Locale {
  const chosen = new RegExp(`(?:^|; )${LOCALE_COOKIE}=(\\w+)`).exec(cookies)?.[1]
  const wanted = languages
    .split(',')
    .map((part) => ({ tag: part.trim().slice(0, 2).toLowerCase(), quality: Number(/q=([\d.]+)/.exec(part)?.[1] ?? 1) }))
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
  return (
    LOCALES.find((locale) => locale === chosen) ??
    wanted.map((tag) => LOCALES.find((locale) => locale === tag)).find(Boolean) ??
    'en'
  )
}
