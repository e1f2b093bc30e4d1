'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import styles from './live-screen.module.css'
import type { Part } from './part'

/** Once, past the middle, for me alone. "Stop" is the pause, which everybody has anyway. */
export function ComfortCheck(part: Part) {
  const t = useTranslations('check-in.comfort')
  const { actions } = part
  return (
    <fieldset className={styles.question}>
      <legend>{t('question')}</legend>
      <p className={styles.sub}>
        {t('private')} {t('stopHow')}
      </p>
      <div className={styles.answers}>
        <Button kind="quiet" onClick={() => actions.comfort('fine')}>
          {t('fine')}
        </Button>
        <Button kind="quiet" onClick={() => actions.comfort('slower')}>
          {t('slower')}
        </Button>
        <Button kind="quiet" onClick={actions.pause}>
          {t('stop')}
        </Button>
      </div>
    </fieldset>
  )
}
