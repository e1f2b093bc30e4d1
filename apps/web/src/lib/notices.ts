import type { Choice } from '@/unbundled/service-worker/notices.js'
import { installWayOf, isInstalled } from './installation'

/* How this device shows a pause that nobody is looking at. The service worker shows it and keeps how; see `pushed.js`. */

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

async function ask(message: object): Promise<Choice | null> {
  const worker = (await registered())?.active
  if (!worker) return null
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data as Choice | null), { once: true })
    port1.start()
    worker.postMessage(message, [port2])
  })
}
