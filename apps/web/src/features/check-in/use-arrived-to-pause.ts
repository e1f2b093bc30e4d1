import { useEffect } from 'react'
import { useBrowserFact } from '@/lib/store'
import type { CheckInView } from './view'

/** The fragment with which another page sends somebody here to pause. */
const TO_PAUSE = '#pause'

const FROZEN: CheckInView = {
  kind: 'paused',
  paused: {
    confirmation: 'unconfirmed',
    returnAtMs: null,
    topicRests: false,
    break: 'resting',
    answering: 'asked',
    proof: 'none',
    vault: 'locked',
  },
}

/**
 * Whoever pressed pause elsewhere finds this page frozen from its first paint; the pause is pressed as soon as there is
 * a check-in to pause. Where there can be none, because there are no two or no rules yet, `calm` says that this is a
 * pause for one.
 */
export function useArrivedToPause(view: CheckInView, pause: () => void): { view: CheckInView; calm: boolean } {
  const arrived = useBrowserFact(() => location.hash === TO_PAUSE, false)
  const mayPress = view.kind === 'willing' || view.kind === 'live' || (view.kind === 'door' && view.door === 'locked')
  const isOver = view.kind === 'paused' || view.kind === 'ended'
  useEffect(() => {
    if (!arrived || !(mayPress || isOver)) return
    // Once: a reload of the page must not pause again.
    history.replaceState(history.state, '', location.pathname + location.search)
    if (mayPress) pause()
  }, [arrived, mayPress, isOver, pause])
  const waits = view.kind === 'opening' || (view.kind === 'door' && view.door === 'failed')
  const calm = arrived && view.kind === 'door' && (view.door === 'notLinked' || view.door === 'noAgreement')
  return { view: arrived && (waits || mayPress) ? FROZEN : view, calm }
}
