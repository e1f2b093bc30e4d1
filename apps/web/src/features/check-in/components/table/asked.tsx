'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import type { CheckInActions, Ending, LiveView } from '../../view'
import styles from './half.module.css'
import type { Ask } from './halves'

interface Props {
  ask: Ask
  live: LiveView
  ending: Ending
  actions: CheckInActions
}

/** What is answered with a button, on the half of the one who is asked. */
export function Asked({ ask, live, ending, actions }: Props) {
  const t = useTranslations('check-in.reflection')
  const more = useTranslations('check-in.more')
  const table = useTranslations('table')
  const waits = live.held !== 'no'
  const answer = (label: string, act: () => void) => (
    <Button key={label} kind="quiet" size="large" aria-disabled={waits || undefined} onClick={act}>
      {label}
    </Button>
  )
  switch (ask) {
    case 'giveMore':
      // One answer: on a phone that both see, a "not now" would be a no that is said (law 5).
      return <div className={styles.answers}>{answer(more('grant'), actions.grantMore)}</div>
    case 'sayBack':
      return (
        <div className={styles.answers}>
          {answer(t('said'), () => actions.sayBack(''))}
          {answer(t('ratherNot'), actions.ratherNot)}
        </div>
      )
    case 'wasThatIt':
      return (
        <div className={styles.answers}>
          {answer(t('thatsIt'), () => actions.answer('thatsIt'))}
          {answer(t('almost'), () => actions.answer('almost'))}
          {answer(t('notYet'), () => actions.answer('notYet'))}
        </div>
      )
    case 'isThereMore':
      return (
        <div className={styles.answers}>
          {answer(t('yes'), () => actions.more(true))}
          {answer(t('no'), () => actions.more(false))}
        </div>
      )
    case 'close':
      return (
        <div className={styles.answers}>
          <Button kind="quiet" size="large" pending={ending === 'sending'} onClick={actions.end}>
            {table('close')}
          </Button>
        </div>
      )
    case 'pass':
    case 'nothing':
      return null
  }
}
