import { useCallback, useMemo, useState } from 'react'
import type { Gesture } from './gestures'
import type { CheckInActions } from './view'

/** Everything by which something is signalled. */
export type Signal = 'button' | 'key' | 'word' | 'slow' | Gesture

/**
 * In a practice: which signals were tried on this page, so that none is forgotten. Nothing of it is kept or sent, and in
 * any other check-in nothing is noted at all.
 */
export function useTried(isPractice: boolean, actions: CheckInActions) {
  const [tried, setTried] = useState<ReadonlySet<Signal>>(() => new Set())
  const note = useCallback(
    (signal: Signal) => {
      if (isPractice) setTried((before) => new Set([...before, signal]))
    },
    [isPractice],
  )
  const noting = useMemo((): CheckInActions => {
    const noted = (signal: Signal, act: () => void) => () => {
      note(signal)
      act()
    }
    return {
      ...actions,
      pause: noted('button', actions.pause),
      pauseByKey: noted('key', actions.pauseByKey),
      ourWord: noted('word', actions.ourWord),
      slow: noted('slow', actions.slow),
    }
  }, [actions, note])
  return { tried, note, actions: noting }
}
