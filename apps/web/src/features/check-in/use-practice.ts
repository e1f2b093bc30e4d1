import { useEffect, useRef } from 'react'
import type { CheckInActions, CheckInView } from './view'

const ASKED = 'try'
const PRACTICE = { format: 'practice', minutes: 5 } as const

/** `/check-in?try` means: rehearse the pause first. Asked once, and only while nothing has begun. */
export function usePractice(view: CheckInView, choose: CheckInActions['choose']): void {
  const done = useRef(false)
  const format = view.kind === 'willing' ? view.willing.format : null
  useEffect(() => {
    if (format === null || done.current || !new URLSearchParams(location.search).has(ASKED)) return
    done.current = true
    // A reload, or coming back here, must not choose again.
    history.replaceState(history.state, '', location.pathname)
    if (format !== PRACTICE.format) choose(PRACTICE)
  }, [format, choose])
}
