// @ts-check
/* What the worker does with which request. Pure: no cache and no network here. */

/**
 * @typedef {object} Asked
 * @property {string} method
 * @property {string} url
 * @property {string} mode
 * @property {boolean} forRouter Asked by the page's own router, which reads another form of the page.
 * @property {boolean} ahead Asked for before anybody opens it.
 */

/**
 * @typedef {object} Kept What one build keeps: the same for everybody, whatever they do.
 * @property {readonly string[]} pages
 * @property {readonly string[]} files
 * @property {readonly string[]} unseen Of the pages, those whose opening nobody may learn of.
 */

const LANGUAGES = ['en', 'es']
/** Answers of the server itself, about somebody or about now. */
const LIVE = ['/api/', '/socket.io/', '/health/']

/**
 * `network`: none of our business; it goes its way as if there were no worker. Everything is that unless it is named.
 * @param {Asked} asked
 * @param {Kept} kept
 * @param {string} origin
 * @returns {'network' | 'file' | 'page' | 'unseen' | 'unseen for the router'}
 */
export function kindOf({ method, url, mode, forRouter, ahead }, kept, origin) {
  const { origin: theirs, pathname, searchParams } = new URL(url)
  if (method !== 'GET' || theirs !== origin) return 'network'
  if (forRouter || searchParams.has('_rsc'))
    return kept.unseen.includes(pathname) && !ahead ? 'unseen for the router' : 'network'
  if (LIVE.some((start) => pathname.startsWith(start))) return 'network'
  if (kept.files.includes(pathname)) return 'file'
  if (mode !== 'navigate') return 'network'
  return kept.unseen.includes(pathname) ? 'unseen' : 'page'
}

/** Where the form of a page that the router reads is kept. @param {string} page */
export const forRouterOf = (page) => `${page}.rsc`

/**
 * Which kept page stands for this address while there is no network. An address without a language is led to one, as
 * the server would; what is not kept gets the page that says so.
 * @param {string} pathname
 * @param {readonly string[]} pages
 * @param {readonly string[]} languages what the reader prefers, first first
 * @returns {{ show: string } | { goTo: string }}
 */
export function standIn(pathname, pages, languages) {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  if (pages.includes(path)) return { show: path }
  const own = LANGUAGES.find((language) => path === `/${language}` || path.startsWith(`/${language}/`))
  if (own) return { show: `/${own}/offline` }
  const wanted = languages.map((tag) => tag.slice(0, 2)).find((tag) => LANGUAGES.includes(tag)) ?? 'en'
  return { goTo: path === '/' ? `/${wanted}` : `/${wanted}${path}` }
}
