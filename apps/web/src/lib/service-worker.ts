import { onReturn } from './on-return'
import { createStore } from './store'

/*
 * Keeps the app openable without a network: `unbundled/service-worker` does it, this side starts it. A newer worker waits
 * while pages of the older build are open, because a check-in must not be moved from one build to another.
 */

const HOUR_MS = 3_600_000

/** Brings in the newer build and loads this page again; null while there is none. */
export const newerBuild = createStore<(() => void) | null>(null)

/** After the page is there and quiet: whoever came to read or to pause does not wait for this. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || process.env.NODE_ENV !== 'production') return
  const start = () => whenIdle(() => void register())
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start, { once: true })
}

/* Not in every browser we serve. */
const whenIdle = (work: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(work, { timeout: 5_000 }) : setTimeout(work, 1_000)

async function register(): Promise<void> {
  const registered = navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' })
  // Where the browser refuses, as for a certificate that was clicked through, the app works as it did before.
  const registration = await registered.catch(() => null)
  if (!registration) return
  if (registration.waiting) void offer(registration.waiting)
  if (registration.installing) offerOnceInstalled(registration.installing)
  registration.addEventListener('updatefound', () => {
    if (registration.installing) offerOnceInstalled(registration.installing)
  })
  lookNowAndThen(registration)
  void askToBeServed()
}

/** A page that was on its way while its worker took over has none, and would be without a shelf until it is loaded again. */
async function askToBeServed(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready
  if (!active || navigator.serviceWorker.controller) return
  if ((await buildOf(active)) === thisBuild()) active.postMessage('serve')
}

function offerOnceInstalled(worker: ServiceWorker): void {
  worker.addEventListener('statechange', () => {
    // Without a worker before it, this is the first one, which takes over by itself.
    if (worker.state === 'installed' && navigator.serviceWorker.controller) void offer(worker)
  })
}

/** An app on a home screen may stay open for days. */
function lookNowAndThen(registration: ServiceWorkerRegistration): void {
  let lookedAtMs = performance.now()
  onReturn(() => {
    if (performance.now() - lookedAtMs < HOUR_MS) return
    lookedAtMs = performance.now()
    void Promise.allSettled([registration.update()])
  })
}

async function offer(worker: ServiceWorker): Promise<void> {
  if ((await buildOf(worker)) === thisBuild()) {
    // This page came over the network, newer than the worker that was there: nobody has to be asked.
    worker.postMessage('take over')
    return
  }
  newerBuild.set(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    worker.postMessage('take over')
  })
}

/** Whether all of this page's build comes from the shelf, so that opening another of its pages can go unseen. */
export async function isKeptHere(): Promise<boolean> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null
  return worker !== null && (await buildOf(worker)) === thisBuild()
}

function buildOf(worker: ServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data), { once: true })
    port1.start()
    worker.postMessage('build', [port2])
  })
}

const thisBuild = () => document.querySelector<HTMLMetaElement>('meta[name="turnstone-build"]')?.content
