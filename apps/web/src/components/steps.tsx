'use client'

import { useTranslations } from 'next-intl'
import styles from './steps.module.css'

interface Props {
  /** The names of all steps, in order. */
  steps: readonly string[]
  /** From 0. */
  current: number
}

/** A thin line of steps; the present and the next one are named. */
export function Steps({ steps, current }: Props) {
  const t = useTranslations('common')
  const next = steps[current + 1]
  return (
    <div className={styles.steps}>
      <ol className={styles.line} aria-label={t('steps', { current: current + 1, all: steps.length })}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={styles.step}
            data-done={index <= current || undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className="for-readers-only">{step}</span>
          </li>
        ))}
      </ol>
      <p className={styles.words} aria-hidden="true">
        <span>{steps[current]}</span>
        {next && <span>{t('nextStep', { step: next })}</span>}
      </p>
    </div>
  )
}
