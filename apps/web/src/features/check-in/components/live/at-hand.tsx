'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/button'
import type { Ending } from '../../view'
import { EndControl } from '../end-control'
import styles from './live-screen.module.css'
import { isSending, type Part, waits } from './part'

/** What is rarely wanted, and then at once: a minute for the door, and the end. Either is one person's. */
export function AtHand({ part, ending }: { part: Part; ending: Ending }) {
  const t = useTranslations('check-in.live')
  const { live, actions } = part
  const closed = waits(part)
  const hintId = useId()
  return (
    <div className={styles.atHand}>
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
