'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import type { ReturningView } from '../../view'
import styles from './coming-back.module.css'

interface Props {
  returning: Pick<ReturningView, 'mayGoOn' | 'held'>
  /** That I am through, and what it goes on with. */
  waits: string
  onGoOn: () => void
}

/** I am through. Whether the other is does not show; after a while either may go on. */
export function GoOn({ returning: { mayGoOn, held }, waits, onGoOn }: Props) {
  const t = useTranslations('check-in.comingBack')
  const closed = held !== 'no'
  return (
    <div className={styles.through}>
      <output className={styles.state}>{waits}</output>
      {mayGoOn ? (
        <>
          <p className={styles.hint}>{t('nowHint')}</p>
          <Button kind="quiet" size="large" aria-disabled={closed || undefined} onClick={() => !closed && onGoOn()}>
            {t('now')}
          </Button>
        </>
      ) : (
        <p className={styles.hint}>{t('either')}</p>
      )}
    </div>
  )
}
