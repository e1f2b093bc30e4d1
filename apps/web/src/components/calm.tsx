'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button'
import styles from './calm.module.css'
import { Room } from './room'
import { Stone } from './stone'
import { Title } from './title'

interface Props {
  /** Left out, this leads on by itself. */
  onBack?: () => void
  /** What helps meanwhile. One of it that is in use takes the place of all the rest (`data-alone`). */
  children?: ReactNode
}

/** Stillness for whoever pressed pause where there is nothing to stop, or not yet. */
export function Calm({ onBack, children }: Props) {
  const t = useTranslations('common.calm')
  return (
    <Room frozen>
      <div className={styles.calm}>
        <div className={styles.stone}>
          <Stone place="sunk" />
        </div>
        <Title focus>{t('title')}</Title>
        <p className={styles.how}>{t('how')}</p>
        {onBack && (
          <div className={styles.back}>
            <Button kind="plain" onClick={onBack}>
              {t('back')}
            </Button>
          </div>
        )}
        {children}
      </div>
    </Room>
  )
}
