'use client'

import { useTranslations } from 'next-intl'
import { Button } from './button'
import styles from './calm.module.css'
import { Room } from './room'
import { Title } from './title'

/**
 * Stillness for whoever pressed pause where there is nothing to stop, or not yet. Five seconds in, five out. Without
 * `onBack` it leads on by itself.
 */
export function Calm({ onBack }: { onBack?: () => void }) {
  const t = useTranslations('common.calm')
  return (
    <Room frozen>
      <div className={styles.calm}>
        <Title focus>{t('title')}</Title>
        <div className={styles.breath} aria-hidden="true">
          <span className={styles.water} />
          <span className={styles.stone} />
          <span className={styles.in}>{t('in')}</span>
          <span className={styles.out}>{t('out')}</span>
        </div>
        <p className={styles.how}>{t('how')}</p>
        {onBack && (
          <Button kind="quiet" size="large" onClick={onBack}>
            {t('back')}
          </Button>
        )}
      </div>
    </Room>
  )
}
