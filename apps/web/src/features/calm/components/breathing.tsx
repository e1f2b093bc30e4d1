'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Choice } from '@/components/choice'
import { useBrowserFact } from '@/lib/store'
import { useBreathingChoice } from '../breathing-choice'
import { mayVibrate, useBreath } from '../use-breath'
import styles from './breathing.module.css'

/** The only thing in the house that goes on and on. Without motion the words change, and nothing else. */
export function Breathing() {
  const t = useTranslations('calm.breathing')
  const { choice, change } = useBreathingChoice()
  const { phase } = useBreath(choice)
  const canVibrate = useBrowserFact(mayVibrate, false)
  return (
    <>
      <div className={styles.breath} data-phase={phase} data-rhythm={choice.rhythm} data-breath>
        <span className={styles.water} aria-hidden="true" />
        <span className={styles.stone} aria-hidden="true" />
        <output className={styles.word}>{t(`phase.${phase}`)}</output>
      </div>
      <p>{t(`how.${choice.rhythm}`)}</p>
      <details className={styles.options}>
        <summary>{t('options')}</summary>
        <div className={styles.inside}>
          <Choice
            legend={t('rhythm')}
            options={[
              { value: 'even', label: t('even') },
              { value: 'box', label: t('box') },
            ]}
            value={choice.rhythm}
            onChange={(rhythm) => change({ rhythm })}
          />
          <Option on={choice.sound} onChange={(sound) => change({ sound })}>
            {t('sound')}
          </Option>
          {canVibrate && (
            <Option on={choice.vibration} onChange={(vibration) => change({ vibration })}>
              {t('vibration')}
            </Option>
          )}
          <p className={styles.kept}>{t('kept')}</p>
        </div>
      </details>
    </>
  )
}

interface OptionProps {
  on: boolean
  onChange: (on: boolean) => void
  children: ReactNode
}

const Option = ({ on, onChange, children }: OptionProps) => (
  <label className={styles.option}>
    <input type="checkbox" checked={on} onChange={() => onChange(!on)} />
    <span>{children}</span>
  </label>
)
