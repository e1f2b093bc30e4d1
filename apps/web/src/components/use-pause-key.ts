import { useEffect } from 'react'

/*
 * Control or Command with the full stop: the Mac's own "stop", free in browsers elsewhere. It works while typing, and
 * with a screen reader, which keeps single letters for itself; a single letter would also be pressed by dictation
 * software that hears a word (WCAG 2.1.4).
 */
const isPauseKey = (event: KeyboardEvent) => event.key === '.' && (event.ctrlKey || event.metaKey) && !event.altKey

export const PAUSE_KEYS = 'Control+. Meta+.'

/** From anywhere on the page. */
export function usePauseKey(onPause: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isPauseKey(event)) return
      event.preventDefault()
      onPause()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [onPause])
}
