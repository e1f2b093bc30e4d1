'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { useTask } from '@/lib/use-task'
import { removeFromKit } from '../client'
import styles from './kit.module.css'

/** One thing of the kit while it is prepared. `name`: what a reader hears of it beside *Remove*. */
export function Slip({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  const t = useTranslations('kit')
  const { task, run } = useTask()
  return (
    <li className={styles.slip}>
      {children}
      <Button
        kind="plain"
        pending={task.kind === 'busy'}
        aria-label={t('removeThis', { what: name })}
        onClick={() => void run(() => removeFromKit(id))}
      >
        {t('remove')}
      </Button>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </li>
  )
}
