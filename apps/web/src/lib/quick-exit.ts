import { vault } from '@/vault/client'
import { takeDownNotices } from './notices'
import { withStorage } from './storage'

/* The screen goes first, then the keys, then the page. `unbundled/first/left.js` keeps the back button from leading here,
   and `early.js` leaves while these scripts are still on their way. */

/** In this tab: whoever comes back by the back button is led away again. */
const LEFT = 'turnstone.left'
/** On this device: close the pages before anything opens them. */
const CLOSE = 'turnstone.close'
const CHANNEL = 'turnstone.left'
/** Long enough to close the pages; what takes longer is done before they are opened again. */
const CLOSING_MS = 250

/** Leaves at once, in all tabs. Nothing is sent: for a check-in this device has fallen asleep. */
export function leave(locale: string): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(null)
  channel.close()
  void leaveHere(locale)
}

/** Follows when another tab is left. */
export function followOut(locale: string): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', () => void leaveHere(locale))
  return () => channel.close()
}

let leaving = false

async function leaveHere(locale: string): Promise<void> {
  if (leaving) return // this tab hears itself too
  leaving = true
  document.documentElement.hidden = true
  withStorage('session', (storage) => storage.setItem(LEFT, ''))
  withStorage('local', (storage) => storage.setItem(CLOSE, ''))
  const closed = Promise.allSettled([vault.account.lock(), takeDownNotices()])
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSING_MS))])
  location.replace(`/measures/${locale}.html`)
}

/** Before the vault is asked for anything: closes what a quick exit may have had no time for. */
export async function finishLeaving(): Promise<void> {
  const unfinished = withStorage('local', (storage) => storage.getItem(CLOSE)) === ''
  if (!unfinished) return
  await vault.account.lock()
  withStorage('local', (storage) => storage.removeItem(CLOSE))
}
