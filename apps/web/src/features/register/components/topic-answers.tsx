'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { RadioBox } from '@/components/radio-box'
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
          <RadioBox
            key={answer}
            shape="narrow"
            name={name}
            value={answer}
            checked={answer === value}
            onChoose={() => onChange(answer)}
          >
            {t(`answers.${answer}`)}
          </RadioBox>
        ))}
      </div>
    </fieldset>
  )
}
