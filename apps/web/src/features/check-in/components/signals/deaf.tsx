'use client'

import { useTranslations } from 'next-intl'
import { Go } from '@/components/go'
import styles from './signals.module.css'

/** What was chosen to pause and does not work right now: nobody may count on it. */
export interface DeafTo {
  readonly motion: boolean
  readonly speech: boolean
}

/** Said before a check-in begins, where there is time to do something about it. */
export function Deaf({ to: { motion, speech } }: { to: DeafTo }) {
  const t = useTranslations('signals')
  if (!motion && !speech) return null
  return (
    <output className={styles.deaf}>
      {motion && <span>{t('deaf')}</span>}
      {speech && <span>{t('deafSpeech')}</span>}
      <Go to="/settings">{t('allow')}</Go>
    </output>
  )
}
