'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { useTask } from '@/lib/use-task'
import { addToKit } from '../client'
import styles from './kit.module.css'

interface Props {
  action: string
  /** What is in the fields; null while something is missing or wrong. */
  item: Parameters<typeof addToKit>[0] | null
  /** Pressed with something wrong: the fields say what. */
  onWrong?: () => void
  /** The device has it: the fields may be emptied. */
  onAdded: () => void
  children: ReactNode
}

/** What is in the fields leaves them only once the device has it. */
export function AddForm({ action, item, onWrong, onAdded, children }: Props) {
  const t = useTranslations('kit')
  const [added, setAdded] = useState(false)
  const { task, run } = useTask()
  const isFull = task.kind === 'failed' && task.problem.code === 'too_large'
  const add = () =>
    run(async () => {
      setAdded(false)
      if (!item) return onWrong?.()
      await addToKit(item)
      setAdded(true)
      onAdded()
    })
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      {children}
      <Button type="submit" kind="quiet" pending={task.kind === 'busy'}>
        {action}
      </Button>
      <output className={styles.said}>{added && t('added')}</output>
      {isFull && <p role="alert">{t('full')}</p>}
      {task.kind === 'failed' && !isFull && <ProblemNotice problem={task.problem} />}
    </form>
  )
}
