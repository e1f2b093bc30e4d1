'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { timeWords } from '@/lib/time-words'
import { Button } from './button'
import styles from './calm.module.css'
import { ReturnCard } from './return-card'
import { Room } from './room'
import { Stone } from './stone'
import { Title } from './title'

interface Props {
  /** Until when, where somebody else may be waiting for it: then it can be shown, or told. */
  returnAtMs?: number
  /** Left out, this leads on by itself. */
  onBack?: () => void
  /** What helps meanwhile. One of it that is in use takes the place of all the rest (`data-alone`). */
  children?: ReactNode
}

/** Stillness for whoever pressed pause where there is nothing to stop, or not yet. */
export function Calm({ returnAtMs, onBack, children }: Props) {
  const t = useTranslations('common')
  const locale = useLocale()
  return (
    <Room frozen>
      <div className={styles.calm}>
        <div className={styles.stone}>
          <Stone place="sunk" />
        </div>
        <Title focus>{t('calm.title')}</Title>
        {returnAtMs !== undefined && <p className={styles.until}>{t('backAt', timeWords(locale, returnAtMs))}</p>}
        <p className={styles.how}>{t('calm.how')}</p>
        {returnAtMs !== undefined && <p>{t('calm.untold')}</p>}
        {returnAtMs !== undefined && <ReturnCard returnAtMs={returnAtMs} untold />}
        {onBack && (
          <div className={styles.back}>
            <Button kind="plain" onClick={onBack}>
              {t('calm.back')}
            </Button>
          </div>
        )}
        {children}
      </div>
    </Room>
  )
}
