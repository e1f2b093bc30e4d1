import { LOCALE_COOKIE, type Locale } from '@/i18n/locales'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** This page again in another language, which this browser remembers. Whatever was typed on the page is gone. */
export function changeLanguage(next: Locale): void {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = `${LOCALE_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`
  // A whole new page: the document itself changes its language.
  location.replace(location.pathname.replace(/^\/[a-z]{2}(?=\/|$)/, `/${next}`) + location.search)
}
