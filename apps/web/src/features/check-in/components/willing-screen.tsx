'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import type { CheckInActions, WillingView } from '../view'
import { HeldLine } from './held-line'
import styles from './willing-screen.module.css'

interface Props {
  willing: WillingView
  actions: Pick<CheckInActions, 'willing' | 'notToday' | 'askAgain'>
}

/** One question, two answers that look alike; afterwards nothing on this screen tells which it was (law 5). */
export function WillingScreen({ willing: { answering, held }, actions }: Props) {
  const t = useTranslations('check-in.willing')
  return (
    <div className={styles.screen}>
      {answering !== 'sending' && answering !== 'kept' ? (
        <>
          <h1 className={styles.question}>{t('question')}</h1>
          <div className={styles.answers}>
            <button
              type="button"
              className={styles.answer}
              onClick={() => actions.willing({ way: 'written', pace: 'timed' })}
            >
              <span className={styles.pebble} aria-hidden="true" />
              {t('yes')}
            </button>
            <button type="button" className={styles.answer} onClick={actions.notToday}>
              <span className={styles.pebble} aria-hidden="true" />
              {t('no')}
            </button>
          </div>
          {answering === 'failed' && <p role="alert">{t('failed')}</p>}
        </>
      ) : (
        <div className={styles.kept}>
          <span className={styles.pebble} aria-hidden="true" />
          <h1>{t('kept')}</h1>
          <p>{t('opensItself')}</p>
          <Button kind="quiet" onClick={actions.askAgain}>
            {t('again')}
          </Button>
        </div>
      )}
      <div>
        <p className={styles.small}>{t('same')}</p>
        <p className={styles.small}>{t('private')}</p>
      </div>
      <HeldLine held={held} />
    </div>
  )
}
