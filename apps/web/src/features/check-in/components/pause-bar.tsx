'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import styles from './pause-bar.module.css'
import { useAboveKeyboard } from './use-above-keyboard'
import { useKeysHere } from './use-keys-here'
import { PAUSE_KEYS, usePauseKey } from './use-pause-key'

/** Stops everything for both. Always there, never disabled, never asks. */
export function PauseBar({ onPause }: { onPause: () => void }) {
  const t = useTranslations('check-in.pause')
  const descriptionId = useId()
  const key = useKeysHere()
  const hint = key && t('keys', { keys: `${key} .` })
  useAboveKeyboard()
  usePauseKey(onPause)
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.pause}
        onClick={onPause}
        aria-describedby={descriptionId}
        aria-keyshortcuts={PAUSE_KEYS}
      >
        <span className={styles.sign} aria-hidden="true" />
        {t('action')}
        {hint && (
          <span className={styles.keys} aria-hidden="true">
            {hint}
          </span>
        )}
      </button>
      <span id={descriptionId} hidden>
        {t('description')} {hint}
      </span>
    </div>
  )
}
