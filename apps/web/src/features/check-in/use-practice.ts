import { useEffect, useRef } from 'react'
import type { CheckInActions, CheckInView } from './view'

const ASKED = 'try'
const PRACTICE = { format: 'practice', minutes: 5 } as const

/**
 * `/check-in?try` means: rehearse the pause first. Whoever pressed that has chosen it and said yes to it; it begins when
 * the other one does the same. Once, and only while nothing has begun.
 */
export function usePractice(
  view: CheckInView,
  { choose, willing }: Pick<CheckInActions, 'choose' | 'willing'>,
  mayReachOut: boolean,
): void {
  const stage = useRef<'unknown' | 'choosing' | 'done'>('unknown')
  const format = view.kind === 'willing' ? view.willing.format : null
  useEffect(() => {
    if (!mayReachOut || format === null || stage.current === 'done') return
    if (stage.current === 'unknown' && !new URLSearchParams(location.search).has(ASKED)) return
    // A reload, or coming back here, must not choose again.
    history.replaceState(history.state, '', location.pathname)
    if (format === PRACTICE.format) {
      stage.current = 'done'
      willing({ way: 'aloud', pace: 'timed' })
    } else if (stage.current === 'unknown') {
      stage.current = 'choosing'
      choose(PRACTICE)
    }
  }, [format, choose, willing, mayReachOut])
}
