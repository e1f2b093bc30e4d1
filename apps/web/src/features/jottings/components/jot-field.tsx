'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { TextArea } from '@/components/field'
import { ProblemNotice } from '@/components/problem-notice'
import { useTask } from '@/lib/use-task'
import { addJotting } from '../client'
import styles from './jottings.module.css'

/** One field, one tap. The words leave the field only once the device has them. */
export function JotField() {
  const t = useTranslations('jottings')
  const [text, setText] = useState('')
  const [added, setAdded] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const { task, run } = useTask()
  const isFull = task.kind === 'failed' && task.problem.code === 'too_large'
  const add = () =>
    run(async () => {
      const words = text.trim()
      if (words === '') return
      await addJotting(words)
      setText('')
      setAdded(true)
      field.current?.focus()
    })
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextArea
        ref={field}
        label={t('label')}
        error={isFull ? t('full') : undefined}
        rows={2}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAdded(false)
        }}
        autoComplete="off"
      />
      <Button type="submit" pending={task.kind === 'busy'} aria-disabled={text.trim() === '' || undefined}>
        {t('add')}
      </Button>
      <output className={styles.said}>{added && t('added')}</output>
      {task.kind === 'failed' && !isFull && <ProblemNotice problem={task.problem} />}
    </form>
  )
}
