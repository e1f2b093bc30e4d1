'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/button'
import type { Ending } from '../../view'
import { EndControl } from '../end-control'
import styles from './live-screen.module.css'
import { isSending, type Part, waits } from './part'

/** What is rarely wanted, and then at once: gentler, a minute for the door, and the end. Each is one person's. */
export function AtHand({ part, ending }: { part: Part; ending: Ending }) {
  const t = useTranslations('check-in.live')
  const floor = useTranslations('check-in.floor')
  const { live, actions } = part
  const closed = waits(part)
  const hintId = useId()
  const slowHintId = useId()
  return (
    <div className={styles.atHand}>
      {live.slowedNow ? (
        // Whoever is far down here sees it too.
        <p className={styles.sub}>{floor('slower')}</p>
      ) : (
        <Button
          kind="plain"
          aria-describedby={slowHintId}
          pending={isSending(part, 'slow')}
          aria-disabled={closed || undefined}
          onClick={actions.slow}
        >
          {t('slow')}
        </Button>
      )}
      <span id={slowHintId} hidden>
        {t('slowHint')}
      </span>
      {live.floor.kind !== 'closing' && (
        <Button
          kind="plain"
          aria-describedby={hintId}
          pending={isSending(part, 'oneMinute')}
          aria-disabled={closed || undefined}
          onClick={actions.oneMinute}
        >
          {t('oneMinute')}
        </Button>
      )}
      <span id={hintId} hidden>
        {t('oneMinuteHint')}
      </span>
      <EndControl ending={ending} onEnd={actions.end} kind="plain" />
    </div>
  )
}
