'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ANSWERS, type Answer } from '@/vault/register-content'
import styles from './topic-answers.module.css'

interface Props {
  topic: string
  value: Answer | null
  onChange: (answer: Answer) => void
}

/** One topic and its three answers, each as large as the others. */
export function TopicAnswers({ topic, value, onChange }: Props) {
  const t = useTranslations('register')
  const name = useId()
  return (
    <fieldset className={styles.topic}>
      <legend className={styles.name}>{topic}</legend>
      <div className={styles.answers}>
        {ANSWERS.map((answer) => (
          <label key={answer} className={styles.answer}>
            <input
              type="radio"
              name={name}
              value={answer}
              checked={answer === value}
              onChange={() => onChange(answer)}
            />
            <span>{t(`answers.${answer}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
