'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import styles from './half.module.css'

interface Props {
  onPause: () => void
  /** Left out where there is nothing to wait for. */
  onMinute?: (() => void) | undefined
  /** While held nothing but the pause goes out. */
  closed?: boolean
  /** What else stands at this edge. */
  children?: ReactNode
}

/** At each person's own edge: everything stops, or everything waits for a minute. */
export function TableBar({ onPause, onMinute, closed = false, children }: Props) {
  const t = useTranslations('check-in')
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.pause} onClick={onPause}>
        <span className={styles.sign} aria-hidden="true" />
        {t('pause.action')}
      </button>
      <div className={styles.beside}>
        {onMinute && (
          <button type="button" className={styles.minute} aria-disabled={closed || undefined} onClick={onMinute}>
            {t('live.oneMinute')}
          </button>
        )}
        {children}
      </div>
    </div>
  )
}
