'use client'

import { useId } from 'react'
import styles from './pause-bar.module.css'
import { useAboveKeyboard } from './use-above-keyboard'
import { useKeysHere } from './use-keys-here'
import { PAUSE_KEYS, usePauseKey } from './use-pause-key'

interface Props {
  onPause: () => void
  /** The same by its key, for whoever tells them apart. */
  onKey?: () => void
  words: {
    readonly action: string
    readonly description: string
    readonly keys: (of: { keys: string }) => string
  }
}

/** Stops everything. Along the bottom edge, always there, never disabled, never asks. */
export function PauseBar({ onPause, onKey = onPause, words }: Props) {
  const descriptionId = useId()
  const key = useKeysHere()
  const hint = key && words.keys({ keys: `${key} .` })
  useAboveKeyboard()
  usePauseKey(onKey)
  return (
    <div className={styles.bar} data-pause-bar>
      <button
        type="button"
        className={styles.pause}
        onClick={onPause}
        aria-describedby={descriptionId}
        aria-keyshortcuts={PAUSE_KEYS}
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
