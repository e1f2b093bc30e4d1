'use client'

import type { Seat } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { StoneShape } from '@/components/stone-shape'
import type { OtherName } from '../../names'
import type { CheckInActions, WillingView } from '../../view'
import { HeldLine } from '../held-line'
import { RestsFromBefore } from '../jottings/rests-from-before'
import { SortJottings } from '../jottings/sort-jottings'
import { FirstDay } from './first-day'
import { How } from './how'
import { LastTalk } from './last-talk'
import { Plan } from './plan'
import { useHow } from './use-how'
import styles from './willing.module.css'

interface Props {
  willing: WillingView
  me: Seat
  other: OtherName
  actions: Pick<CheckInActions, 'choose' | 'willing' | 'notToday' | 'askAgain'>
  /** What is left of my words of another day. */
  children: ReactNode
}

/** What today would be, and two answers that look alike; afterwards nothing on this screen tells which it was (law 5). */
export function WillingScreen({ willing, me, other, actions, children }: Props) {
  const t = useTranslations('check-in.willing')
  const { how, change } = useHow()
  const { answering } = willing
  const isKept = answering === 'kept' || answering === 'sending'
  return (
    <div className={styles.screen}>
      {isKept ? (
        <div className={styles.kept}>
          <Pebble />
          <h1>{t('kept')}</h1>
          <p>{t('opensItself')}</p>
        </div>
      ) : (
        <h1 className={styles.question}>{t('question')}</h1>
      )}
      <Plan willing={willing} other={other} onChoose={actions.choose} />
      {willing.talk && (
        <LastTalk talk={willing.talk} chosen={willing.offer?.breatherMs === null} {...{ other, actions }} />
      )}
      {willing.vault === 'open' && <FirstDay me={me} other={other} />}
      {isKept ? (
        <Button kind="quiet" onClick={actions.askAgain}>
          {t('again')}
        </Button>
      ) : (
        <>
          <How how={how} onChange={change} />
          <p className={styles.small}>{t('readiness')}</p>
          {answering === 'another' && <output className={styles.another}>{t('another')}</output>}
          {answering === 'failed' && <p role="alert">{t('failed')}</p>}
          <div className={styles.answers}>
            <Answer label={t('yes')} onClick={() => actions.willing(how)} />
            <Answer label={t('no')} onClick={actions.notToday} />
          </div>
        </>
      )}
      <p className={styles.small}>
        {t('same')} {t('private')}
      </p>
      <HeldLine held={willing.held} />
      {willing.vault === 'open' && <SortJottings checkInId={willing.checkInId} />}
      {willing.vault === 'open' && <RestsFromBefore checkInId={willing.checkInId} />}
      {children}
    </div>
  )
}

/** Two identical stones: neither answer is the better one. */
function Answer({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.answer} onClick={onClick}>
      <Pebble />
      {label}
    </button>
  )
}

function Pebble() {
  return (
    <svg className={styles.pebble} viewBox="-82 -57 166 104" aria-hidden="true">
      <StoneShape />
    </svg>
  )
}
