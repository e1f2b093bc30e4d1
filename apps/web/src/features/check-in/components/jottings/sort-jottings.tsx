'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Section } from '@/components/section'
import { type Jotting, moveToDrawer, placeIn, sortJotting, useJottings } from '@/features/jottings/client'
import { useTask } from '@/lib/use-task'
import styles from './jottings.module.css'

/** What I noted during the week, one after the other: tonight, later, or only mine. Nobody else sees that it is here. */
export function SortJottings({ checkInId }: { checkInId: string }) {
  const t = useTranslations('check-in.jottings')
  const state = useJottings()
  if (state.kind !== 'open') return null
  const [first, ...rest] = state.items.filter((jotting) => placeIn(checkInId, jotting) === 'unsorted')
  if (!first) return null
  return (
    <Section title={t('title')}>
      <p className={styles.small}>{t('private')}</p>
      <Sort key={first.id} jotting={first} checkInId={checkInId} />
      {rest.length > 0 && <p className={styles.small}>{t('more', { more: rest.length })}</p>}
    </Section>
  )
}

function Sort({ jotting, checkInId }: { jotting: Jotting; checkInId: string }) {
  const t = useTranslations('check-in.jottings')
  const { task, run } = useTask()
  const answer = (label: string, work: () => Promise<void>) => (
    <Button kind="quiet" pending={task.kind === 'busy'} onClick={() => void run(work)}>
      {label}
    </Button>
  )
  return (
    <>
      <p className={`${styles.slip} own-words`}>{jotting.text}</p>
      <div className={styles.answers}>
        {answer(t('tonight'), () => sortJotting(jotting.id, checkInId, 'tonight'))}
        {answer(t('later'), () => sortJotting(jotting.id, checkInId, 'later'))}
        {answer(t('onlyMine'), () => moveToDrawer(jotting))}
      </div>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </>
  )
}
