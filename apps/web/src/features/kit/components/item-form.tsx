'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { useTask } from '@/lib/use-task'
import styles from './kit.module.css'

interface Props {
  action: string
  /** Keeps what is in the fields; null while something is missing or wrong. */
  save: (() => Promise<void>) | null
  /** Pressed with something wrong: the fields say what. */
  onWrong?: () => void
  /** The device has it: the fields may be emptied, or go. */
  onSaved: () => void
  /** Leaves it as it was, where something is being changed. */
  leave?: (() => void) | undefined
  children: ReactNode
}

/** What is in the fields leaves them only once the device has it. */
export function ItemForm({ action, save, onWrong, onSaved, leave, children }: Props) {
  const t = useTranslations('kit')
  const [saved, setSaved] = useState(false)
  const { task, run } = useTask()
  const isFull = task.kind === 'failed' && task.problem.code === 'too_large'
  const submit = () =>
    run(async () => {
      setSaved(false)
      if (!save) return onWrong?.()
      await save()
      setSaved(true)
      onSaved()
    })
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {children}
      <Button type="submit" kind="quiet" pending={task.kind === 'busy'}>
        {action}
      </Button>
      {leave && (
        <Button kind="plain" onClick={leave}>
          {t('leave')}
        </Button>
      )}
      {!leave && <output className={styles.said}>{saved && t('added')}</output>}
      {isFull && <p role="alert">{t('full')}</p>}
      {task.kind === 'failed' && !isFull && <ProblemNotice problem={task.problem} />}
    </form>
  )
}
