import { useEffect, useState } from 'react'
import { type AskedPause, askedAtMs, askedPause, askPause, forgetAskedPause, TO_PAUSE } from '@/lib/asked-pause'
import { useBrowserFact } from '@/lib/store'
import { useWallNow } from './components/use-steady-now'
import { NO_SLIP } from './slip'
import type { CheckInView } from './view'

const frozenUntil = (returnAtMs: number): CheckInView => ({
  kind: 'paused',
  paused: {
    breather: false,
    confirmation: 'unconfirmed',
    returnAtMs,
    comes: 'first',
    topicRests: false,
    break: 'resting',
    answering: 'asked',
    slip: NO_SLIP,
    proof: 'none',
    vault: 'locked',
  },
})

type Pausing = { readonly press: () => void } & (
  | { readonly kind: 'here'; readonly view: CheckInView }
  /** A pause for one: there is no check-in of two that could stop. */
  | { readonly kind: 'calm'; readonly asked: AskedPause }
  /** It did not get through in its time. */
  | { readonly kind: 'late'; readonly asked: AskedPause }
)

/**
 * Whoever pressed pause elsewhere finds this page frozen from its first paint, and whoever presses it here before the
 * check-in is known is frozen at once. It is pressed as soon as there is a check-in to pause, also after a reload, as long
 * as its break lasts: one that would arrive after its own return time is a notice for whoever pressed it, and stops nobody.
 */
export function useArrivedToPause(view: CheckInView, pause: () => void): Pausing {
  const arrived = useBrowserFact(() => location.hash === TO_PAUSE, false)
  const atMs = useBrowserFact<number | null>(askedAtMs, null)
  const [early, setEarly] = useState(false)
  const nowMs = useWallNow(1_000)
  const asked = arrived && atMs !== null ? askedPause(atMs) : null
  const door = view.kind === 'door' ? view.door : null
  const mayPress = view.kind === 'willing' || view.kind === 'live' || view.kind === 'returning' || door === 'locked'
  const isOver = view.kind === 'paused' || view.kind === 'ended'
  const isForOne = door === 'notLinked' || door === 'noAgreement' || door === 'signedOut'
  const isLate = asked !== null && !isOver && nowMs >= (mayPress ? asked.returnAtMs : asked.endsAtMs)
  useEffect(() => {
    if (!arrived || isLate || !(mayPress || isOver)) return
    // Once: a reload of the page must not pause again.
    stopAsking()
    if (mayPress) pause()
  }, [arrived, isLate, mayPress, isOver, pause])
  const press = () => {
    // Where a check-in is known this is all; where none is, nothing stops by it.
    pause()
    if (mayPress || isOver) {
      stopAsking()
      return
    }
    askPause()
    putInAddress(TO_PAUSE)
    setEarly(true)
  }
  if (asked === null) return { kind: 'here', view, press }
  if (isLate) return { kind: 'late', asked, press }
  if (isForOne) return { kind: 'calm', asked, press }
  const waits = view.kind === 'opening' || door === 'failed' || door === 'offline' || (early && !isOver)
  return { kind: 'here', view: waits || mayPress ? frozenUntil(asked.returnAtMs) : view, press }
}

function stopAsking(): void {
  putInAddress('')
  forgetAskedPause()
}

const putInAddress = (hash: string): void =>
  history.replaceState(history.state, '', location.pathname + location.search + hash)
