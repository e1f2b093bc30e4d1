import type { Choice } from '@/unbundled/service-worker/notices.js'
import { installWayOf, isInstalled } from './installation'

/* How this device shows a pause that nobody is looking at. The service worker shows it and keeps how; see `pushed.js`. */

const ANSWER_MS = 2_000
const READY_MS = 30_000

export type { Choice }
export type Wording = Choice['wording']

/** Whether this browser can be told at all. */
export type NoticesHere =
  | 'possible'
  /** Somebody said no to the browser itself; only there it can be said otherwise. */
  | 'blocked'
  /** Apple's phones and tablets take pushes for what is on the home screen, and nowhere else. */
  | 'homeScreen'
  | 'none'

export function noticesHere(): NoticesHere {
  const { userAgent, maxTouchPoints } = navigator
  if (installWayOf(userAgent, maxTouchPoints) === 'share' && !isInstalled()) return 'homeScreen'
  const canBe = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!canBe) return 'none'
  return Notification.permission === 'denied' ? 'blocked' : 'possible'
}

/** What was chosen here; null: nothing is wanted. */
export const chosenNotices = (): Promise<Choice | null> => ask({})
export const chooseNotices = (choose: Choice | null): Promise<Choice | null> => ask({ choose })

/** A pause that came over the live connection while this page was out of sight; nothing where none is wanted. */
export const showNotice = (until: number): Promise<Choice | null> => ask({ show: { kind: 'pause', until } })

/** From the screen of this device, at once. Nothing is sent. */
export const takeDownNotices = (): Promise<Choice | null> => ask({ takeDown: true })

/** This browser takes no pushes for us any more, whatever becomes of the network. */
export async function silence(): Promise<void> {
  const registration = await registered()
  if (!registration) return
  await Promise.allSettled([chooseNotices(null), takeDownNotices(), unsubscribed(registration)])
}

const unsubscribed = async (registration: ServiceWorkerRegistration) =>
  (await registration.pushManager?.getSubscription())?.unsubscribe()

/** There is none before the first page was quiet, none in development, and none where the browser refuses it. */
export async function registered(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null
  return (await navigator.serviceWorker.getRegistration().catch(() => undefined)) ?? null
}

/** The same, once it is ready: on a first visit it is still being brought in. */
export function ready(): Promise<ServiceWorkerRegistration | null> {
  return within(READY_MS, navigator.serviceWorker.ready)
}

async function ask(message: object): Promise<Choice | null> {
  const worker = (await registered())?.active
  if (!worker) return null
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<Choice | null>((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data as Choice | null), { once: true })
    port1.start()
    worker.postMessage(message, [port2])
  })
  return within(ANSWER_MS, answer)
}

/** A worker of an older build does not know the question, and nobody is kept from signing out by that. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | null> {
  return Promise.race([answer, new Promise<null>((resolve) => setTimeout(resolve, ms, null))])
}
