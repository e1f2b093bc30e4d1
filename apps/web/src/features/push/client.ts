'use client'

import { http } from '@turnstone/protocol'
import type { Locale } from '@/i18n/locales'
import { ApiError, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { chooseNotices, chosenNotices, ready, registered, silence, type Wording } from '@/lib/notices'

/** How this device stands: told by these words, or not at all. */
export async function wordingHere(): Promise<Wording | null> {
  const choice = await chosenNotices()
  if (choice === null) return null
  const { endpoint } = await call(http.push.getPush)
  const own = await ownSubscription()
  if (endpoint !== null && own?.endpoint === endpoint) return choice.wording
  // Ended from elsewhere, as by an unlink: what it was for is no more.
  if (endpoint === null) await silence()
  return endpoint === null ? null : choice.wording
}

export type TurnedOn = 'on' | 'refused'

/** From a touch: the browser asks its own question, unless it was answered before. */
export async function turnOn(wording: Wording, locale: Locale): Promise<TurnedOn> {
  if ((await Notification.requestPermission()) !== 'granted') return 'refused'
  try {
    await subscribe(false)
    if ((await chooseNotices({ wording, locale })) === null) throw new ApiError('push_refused')
  } catch (thrown) {
    await silence()
    throw thrown
  }
  return 'on'
}

export async function changeWording(wording: Wording, locale: Locale): Promise<void> {
  await chooseNotices({ wording, locale })
}

/** Silent at once; the server is told after that, and learns of it by itself should it not hear. */
export async function turnOff(): Promise<void> {
  await silence()
  await call(http.push.deleteSubscription).catch(unlessAway)
}

/** What the browser lets lapse by itself is renewed, where it is still wanted: once for each opening of the app. */
export async function keepUp(locale: Locale): Promise<void> {
  const choice = await chosenNotices()
  if (choice === null || Notification.permission !== 'granted') return
  if (choice.locale !== locale) await chooseNotices({ ...choice, locale })
  const { endpoint, serverKey } = await call(http.push.getPush)
  if (endpoint === null) return silence()
  const own = await ownSubscription()
  if (own?.endpoint === endpoint && isFor(own, serverKey)) return
  if (own && !isFor(own, serverKey)) await own.unsubscribe()
  await subscribe(true)
}

async function subscribe(renewal: boolean): Promise<void> {
  const registration = await ready()
  if (!registration) throw new ApiError('push_refused')
  const { serverKey } = await call(http.push.getPush)
  const before = await registration.pushManager.getSubscription()
  if (before && !isFor(before, serverKey)) await before.unsubscribe()
  const own = await registration.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: serverKey })
    // Browsers say in many ways that their push service did not want to.
    .catch(() => Promise.reject(new ApiError('push_refused')))
  const { p256dh = '', auth = '' } = own.toJSON().keys ?? {}
  await call(http.push.putSubscription, { body: { endpoint: own.endpoint, p256dh, auth, renewal } })
}

const ownSubscription = async () => (await registered())?.pushManager.getSubscription() ?? null

/** False where the server has another key since. A browser that does not say gets the benefit of the doubt. */
function isFor({ options }: PushSubscription, serverKey: string): boolean {
  const key = options?.applicationServerKey
  if (!key) return true
  const text = btoa(String.fromCharCode(...new Uint8Array(key)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === serverKey
}

/** This device is silent already. */
function unlessAway(thrown: unknown): void {
  if (problemOf(thrown).code !== 'offline') throw thrown
}
