// @ts-check
import { takeDownOver } from './pushed.js'
import { forRouterOf, kindOf, standIn } from './rules.js'
import { clearShelves, fillShelf, shelfName } from './shelf.js'

/* Opens the app without a network. It keeps what the build made and nothing else: never an answer of the API. */

/** Put in by the build. */
const BUILD = '__BUILD__'
/** @type {import('./rules.js').Kept} */
const KEPT = JSON.parse('__KEPT__')

/** A page that does not come by then is shown as it is kept. */
const PATIENCE_MS = 4_000

/** @type {any} The types of a service worker and those of a page do not live in one program. */
const worker = self

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(fillShelf(BUILD, KEPT)))

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(clearShelves(BUILD).then(() => worker.clients.claim()))
})

/** A new worker waits until nobody needs the old one, or until somebody says so. */
worker.addEventListener('message', (/** @type {any} */ event) => {
  const { data, ports } = event
  if (data === 'build') ports[0].postMessage(BUILD)
  if (data === 'take over') worker.skipWaiting()
  if (data === 'serve') event.waitUntil(worker.clients.claim())
})

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  /** @type {Request} */
  const { method, url, mode, headers } = event.request
  const asked = { method, url, mode, forRouter: headers.has('rsc'), ahead: headers.has('next-router-prefetch') }
  const kind = kindOf(asked, KEPT, worker.location.origin)
  const { pathname } = new URL(url)
  if (mode === 'navigate') event.waitUntil(takeDownOver())
  if (kind === 'file' || kind === 'unseen') event.respondWith(fromShelf(event.request, pathname))
  if (kind === 'unseen for the router') event.respondWith(fromShelf(event.request, forRouterOf(pathname)))
  if (kind === 'page') event.respondWith(page(event.request))
})

/** @param {Request} request @param {string} path what it is kept under */
async function fromShelf(request, path) {
  const found = await kept(path)
  // A new response without an address gets the one that was asked for: the vault's worker is told in the fragment what
  // to load, and a kept response has none.
  return found ? new Response(found.body, found) : fetch(request)
}

/** @param {Request} request */
async function page(request) {
  const fresh = fetch(request)
  const first = await Promise.race([
    fresh.then(
      (response) => (isAway(response) ? null : response),
      () => null,
    ),
    new Promise((/** @type {(nothing: null) => void} */ resolve) => setTimeout(resolve, PATIENCE_MS, null)),
  ])
  return first ?? (await withoutNetwork(request)) ?? fresh
}

/** The server, or a proxy before it, says that there are no pages at the moment. @param {Response} response */
const isAway = ({ status }) => status === 502 || status === 503 || status === 504

/** @param {Request} request */
async function withoutNetwork(request) {
  const { pathname, search } = new URL(request.url)
  const stand = standIn(pathname, KEPT.pages, worker.navigator.languages)
  return 'goTo' in stand ? Response.redirect(stand.goTo + search) : kept(stand.show)
}

/** This build's own first; another build's files only for pages of that build which are still open. @param {string} path */
async function kept(path) {
  const own = await caches.match(path, { cacheName: shelfName(BUILD) })
  return own ?? (KEPT.pages.includes(path) ? undefined : caches.match(path))
}
