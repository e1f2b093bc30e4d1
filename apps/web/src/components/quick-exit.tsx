'use client'

import { useEffect } from 'react'
import type { Locale } from '@/i18n/locales'
import { followOut, leave } from '@/lib/quick-exit'
import { ShiftPresses } from '@/lib/shift-presses'
import styles from './quick-exit.module.css'

/** Away from here, at once: in the same corner of every page. Shift three times alone does the same. */
export function QuickExit({ locale, label }: { locale: Locale; label: string }) {
  useEffect(() => watchShift(() => leave(locale)), [locale])
  useEffect(() => followOut(locale), [locale])
  useEffect(() => {
    // From here on this page answers for itself; `unbundled/first/early.js` keeps out of its way.
    document.documentElement.dataset.awake = ''
  }, [])
  return (
    <button
      type="button"
      className={styles.exit}
      // A dialog leaves everything outside it without effect, but for this.
      data-react-aria-top-layer
      // Before this page's scripts are there, it is answered by this name.
      data-quick-exit
      onClick={() => leave(locale)}
    >
      {label}
    </button>
  )
}

function watchShift(onThird: () => void): () => void {
  const presses = new ShiftPresses()
  const take = (event: Event) => {
    const what = meaningOf(event)
    if (what && presses.take(what, event.timeStamp)) onThird()
  }
  const kinds = ['keydown', 'keyup', 'pointerdown', 'wheel'] as const
  for (const kind of kinds) window.addEventListener(kind, take, { capture: true, passive: true })
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, take, { capture: true })
  }
}

/** Null for what says nothing: a key that is held, and the release of another key. */
function meaningOf(event: Event): 'down' | 'up' | 'other' | null {
  if (!(event instanceof KeyboardEvent)) return 'other'
  const isShiftAlone = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey
  if (event.type === 'keyup') return event.key === 'Shift' ? 'up' : null
  if (!isShiftAlone) return 'other'
  return event.repeat ? null : 'down'
}
