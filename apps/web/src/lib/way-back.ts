import { LOCALES } from '@/i18n/locales'
import { useBrowserFact } from './store'

/* Somebody who is asked to sign in or to unlock comes back to where they were. The place is in the address, as `next`. */

type Path = `/${string}`

const QUERY = 'next'
const DOORS: readonly Path[] = ['/sign-in', '/sign-up', '/unlock']
/** Only to see how a browser would read the path. */
const SOME_ORIGIN = 'https://turnstone.invalid'

/**
 * The page that sent somebody here, without its language; null when there is none. Anybody can write an address, so
 * only a page of this app in one of its languages counts.
 */
export function wayBack(search: string): Path | null {
  const asked = new URLSearchParams(search).get(QUERY)
  const locale = LOCALES.find((one) => asked?.startsWith(`/${one}/`))
  if (!asked || !locale || asked.includes('//')) return null
  const url = URL.parse(asked, SOME_ORIGIN)
  // Backslashes, dots and control characters would be read as something else than what is written.
  if (url?.origin !== SOME_ORIGIN || url.pathname + url.search !== asked) return null
  const path: Path = `/${asked.slice(locale.length + 2)}`
  return path === '/' || DOORS.some((door) => door === url.pathname.slice(locale.length + 1)) ? null : path
}

/** `to`, from where one comes back to `here`. */
export const withWayBack = (to: Path, here: string): Path => `${to}?${QUERY}=${encodeURIComponent(here)}`

/** `to`, from where one comes back to this page. */
export const useWayBackFrom = (to: Path): Path => withWayBack(to, useBrowserFact(thisPage, ''))

const thisPage = () => location.pathname + location.search
