// @ts-check
import { choiceOf, noticeOf, returnTimeOf, TAG } from './notices.js'

/* Shows what was pushed, keeps how its owner wants it shown, and keeps the subscription up. */

/** @type {any} The types of a service worker and those of a page do not live in one program. */
const scope = self

/** Not on a shelf of a build: it outlives builds, and signing out takes it away. */
const CHOICE = 'notices'
const CHOICE_URL = '/notices'

async function keptChoice() {
  const found = await caches.match(CHOICE_URL, { cacheName: CHOICE })
  return found ? found.json() : null
}

/** @param {unknown} choice null: no pushes are wanted here */
async function keepChoice(choice) {
  if (choice === null) return void (await caches.delete(CHOICE))
  const cache = await caches.open(CHOICE)
  await cache.put(CHOICE_URL, new Response(JSON.stringify(choice)))
}

/** @param {unknown} pushed */
async function show(pushed) {
  const nowMs = Date.now()
  const choice = choiceOf(await keptChoice(), scope.navigator.languages)
  const { title, options, isOver } = noticeOf(returnTimeOf(pushed, nowMs), choice, nowMs)
  await scope.registration.showNotification(title, options)
  if (isOver) await takeDownOver()
}

/** Those whose return time is over. Nothing wakes this worker for it: whatever does wake it, does this too. */
export const takeDownOver = () => takeDown((untilMs) => untilMs <= Date.now())

/** @param {(untilMs: number) => boolean} which */
async function takeDown(which) {
  for (const notice of await scope.registration.getNotifications({ tag: TAG }))
    if (which(notice.data?.until ?? 0)) notice.close()
}

scope.addEventListener('push', (/** @type {any} */ event) => {
  event.waitUntil(show(read(event.data)))
})

/** @param {{ json(): unknown } | null} data */
function read(data) {
  try {
    return data?.json()
  } catch {
    return null // not of ours, and shown as nothing
  }
}

scope.addEventListener('notificationclick', (/** @type {any} */ event) => {
  event.notification.close()
  event.waitUntil(openCheckIn())
})

/** A page that is open on it comes to the front; one that shows something else is left as it is. */
async function openCheckIn() {
  const { locale } = choiceOf(await keptChoice(), scope.navigator.languages)
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = open.find((/** @type {any} */ { url }) => /^\/[a-z]{2}\/check-in$/.test(new URL(url).pathname))
  await (there ? there.focus() : scope.clients.openWindow(`/${locale}/check-in`))
}

/** The page asks what was chosen, chooses, shows a pause that came while nobody was looking at it, or takes down. */
scope.addEventListener('message', (/** @type {any} */ event) => {
  const { data, ports } = event
  if (typeof data !== 'object' || data === null) return
  const answer = async () => {
    if ('choose' in data) await keepChoice(data.choose)
    if ('show' in data && (await keptChoice())) await show(data.show)
    if ('takeDown' in data) await takeDown(() => true)
    ports[0]?.postMessage(await keptChoice())
  }
  event.waitUntil(answer())
})

scope.addEventListener('pushsubscriptionchange', (/** @type {any} */ event) => {
  event.waitUntil(renew(event.newSubscription ?? null))
})

/** The browser has another address for us. Only where the owner still wants pushes, and the session stands. @param {any} fresh */
async function renew(fresh) {
  const answer = await fetch('/api/push', { cache: 'no-store' })
  const { serverKey, endpoint } = answer.ok ? await answer.json() : { serverKey: null, endpoint: null }
  if (endpoint === null) return void (await fresh?.unsubscribe())
  const options = { userVisibleOnly: true, applicationServerKey: serverKey }
  const subscription = fresh ?? (await scope.registration.pushManager.subscribe(options))
  const { keys } = subscription.toJSON()
  const body = JSON.stringify({ endpoint: subscription.endpoint, ...keys, renewal: true })
  const headers = { 'content-type': 'application/json' }
  const kept = await fetch('/api/push/subscription', { method: 'PUT', headers, body })
  if (!kept.ok && kept.status < 500) await subscription.unsubscribe()
}
