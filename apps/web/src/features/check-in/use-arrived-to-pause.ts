import { useEffect, useState } from 'react'
import { useBrowserFact } from '@/lib/store'
import type { CheckInView } from './view'

/** The fragment with which another page sends somebody here to pause. */
const TO_PAUSE = '#pause'

const FROZEN: CheckInView = {
  kind: 'paused',
  paused: {
    confirmation: 'unconfirmed',
    returnAtMs: null,
    comes: 'first',
    topicRests: false,
    break: 'resting',
    answering: 'asked',
    proof: 'none',
    vault: 'locked',
  },
}

interface Pausing {
  readonly view: CheckInView
  /** A pause for one: there is no check-in of two that could stop. */
  readonly calm: boolean
  readonly press: () => void
}

/**
 * Whoever pressed pause elsewhere finds this page frozen from its first paint, and whoever presses it here before the
 * check-in is known is frozen at once. It is pressed as soon as there is a check-in to pause, also after a reload. Where
 * there can be none, because there are no two or no rules yet, `calm` says that this is a pause for one.
 */
export function useArrivedToPause(view: CheckInView, pause: () => void): Pausing {
  const arrived = useBrowserFact(() => location.hash === TO_PAUSE, false)
  const [early, setEarly] = useState(false)
  const door = view.kind === 'door' ? view.door : null
  const mayPress = view.kind === 'willing' || view.kind === 'live' || door === 'locked'
  const isOver = view.kind === 'paused' || view.kind === 'ended'
  useEffect(() => {
    if (!arrived || !(mayPress || isOver)) return
    // Once: a reload of the page must not pause again.
    putInAddress('')
    if (mayPress) pause()
  }, [arrived, mayPress, isOver, pause])
  const press = () => {
    // Where a check-in is known this is all; where none is, nothing stops by it.
    pause()
    if (mayPress || isOver) return
    putInAddress(TO_PAUSE)
    setEarly(true)
  }
  const isForOne = door === 'notLinked' || door === 'noAgreement'
  const waits = view.kind === 'opening' || door === 'failed' || door === 'offline' || (early && !isForOne && !isOver)
  return { view: arrived && (waits || mayPress) ? FROZEN : view, calm: arrived && isForOne, press }
}

const putInAddress = (hash: string): void =>
  history.replaceState(history.state, '', location.pathname + location.search + hash)
