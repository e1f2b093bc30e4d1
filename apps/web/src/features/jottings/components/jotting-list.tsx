'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { timeWords } from '@/lib/time-words'
import { useTask } from '@/lib/use-task'
import { type Jotting, moveToDrawer, removeJotting } from '../client'
import styles from './jottings.module.css'

/** The newest first. Each can become a page of the drawer, or go. */
export function JottingList({ jottings }: { jottings: readonly Jotting[] }) {
  const t = useTranslations('jottings')
  const [moved, setMoved] = useState(false)
  return (
    <>
      <ul className={styles.list}>
        {jottings.toReversed().map((jotting) => (
          <li key={jotting.id} className={styles.jotting}>
            <JottingCard jotting={jotting} onMoved={() => setMoved(true)} />
          </li>
        ))}
      </ul>
      <output className={styles.said}>{moved && t('moved')}</output>
    </>
  )
}

function JottingCard({ jotting, onMoved }: { jotting: Jotting; onMoved: () => void }) {
  const t = useTranslations('jottings')
  const locale = useLocale()
  const { task, run } = useTask()
  const pending = task.kind === 'busy'
  const move = () =>
    run(async () => {
      await moveToDrawer(jotting)
      onMoved()
    })
  return (
    <>
      <p className={`${styles.text} own-words`}>{jotting.text}</p>
      <p className={styles.said}>{t('written', timeWords(locale, jotting.writtenAtMs))}</p>
      <div className={styles.actions}>
        <Button kind="plain" pending={pending} onClick={() => void move()}>
          {t('toDrawer')}
        </Button>
        <Button kind="plain" pending={pending} onClick={() => void run(() => removeJotting(jotting.id))}>
          {t('remove')}
        </Button>
      </div>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </>
  )
}
