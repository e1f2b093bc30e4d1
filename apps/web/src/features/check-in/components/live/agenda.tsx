'use client'

import { useTranslations } from 'next-intl'
import { Steps } from '@/components/steps'
import type { Step } from '../../view'
import styles from './live-screen.module.css'

/** What we do today, as a thin line: where we are, and what comes next. */
export function Agenda({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('check-in.agenda')
  return (
    <div className={styles.agenda}>
      <Steps steps={steps.map(({ id }) => t(id))} current={steps.findLastIndex(({ state }) => state === 'now')} />
    </div>
  )
}
