'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { timeWords } from '@/lib/time-words'
import { Button, DialLink } from './button'
import styles from './return-card.module.css'
import { ShownCard } from './shown-card'

interface Props {
  /** Null where nothing is ahead. */
  returnAtMs: number | null
  /** Whether the other may not know yet. Then it can also be told by a message, from a phone. */
  untold: boolean
}

/** *Pause. Back at 20:40.*, to hold up, or to send where there is no data. */
export function ReturnCard({ returnAtMs, untold }: Props) {
  const t = useTranslations('common.card')
  const locale = useLocale()
  const [shown, setShown] = useState(false)
  const back = returnAtMs === null ? '' : t('backAt', timeWords(locale, returnAtMs))
  const lines = [t('pause'), back].filter(Boolean)
  if (shown) return <ShownCard words={lines.join('\n')} onClose={() => setShown(false)} />
  return (
    <div className={styles.ways}>
      <Button kind="plain" onClick={() => setShown(true)}>
        {t('show')}
      </Button>
      {untold && (
        <div className={styles.message}>
          <DialLink kind="plain" href={`sms:?&body=${encodeURIComponent(lines.join(' '))}`}>
            {t('message')}
          </DialLink>
        </div>
      )}
    </div>
  )
}
