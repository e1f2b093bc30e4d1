'use client'

import { useEffect, useId } from 'react'
import styles from './pause-bar.module.css'
import { useAboveKeyboard } from './use-above-keyboard'
import { useKeysHere } from './use-keys-here'

/*
 * Control or Command with the full stop: the Mac's own "stop", free in browsers elsewhere. It works while typing, and
 * with a screen reader, which keeps single letters for itself; a single letter would also be pressed by dictation
 * software that hears a word (WCAG 2.1.4).
 */
const isPauseKey = (event: KeyboardEvent) => event.key === '.' && (event.ctrlKey || event.metaKey) && !event.altKey

interface Props {
  onPause: () => void
  words: {
    readonly action: string
    readonly description: string
    readonly keys: (of: { keys: string }) => string
  }
}

/** Stops everything. Along the bottom edge, always there, never disabled, never asks. */
export function PauseBar({ onPause, words }: Props) {
  const descriptionId = useId()
  const key = useKeysHere()
  const hint = key && words.keys({ keys: `${key} .` })
  useAboveKeyboard()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isPauseKey(event)) return
      event.preventDefault()
      onPause()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [onPause])
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.pause}
        onClick={onPause}
        aria-describedby={descriptionId}
        aria-keyshortcuts="Control+. Meta+."
      >
        <span className={styles.sign} aria-hidden="true" />
        {words.action}
        {hint && (
          <span className={styles.keys} aria-hidden="true">
            {hint}
          </span>
        )}
      </button>
      <span id={descriptionId} hidden>
        {words.description} {hint}
      </span>
    </div>
  )
}
