'use client'

import type { PhraseMatcher, Seat } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { known, type OtherName } from '../../names'
import { leftMsAt, WARN_BEFORE_MS } from '../../time-left'
import type { CheckInActions, Ending, LiveView } from '../../view'
import { EndControl } from '../end-control'
import { HeldLine } from '../held-line'
import { useSteadyNow } from '../use-steady-now'
import { Between } from './between'
import { Listening } from './listening'
import styles from './live-screen.module.css'
import { SaidLog } from './said-log'
import { LockedLine, Speaking, TurnActions } from './speaking'

/** What I have written and nobody else has seen. Lives as long as the page, goes nowhere. */
export interface Unshared {
  readonly draft: string
  readonly notes: string
}

interface Props {
  live: LiveView
  me: Seat
  other: OtherName
  ending: Ending
  unshared: Unshared
  onUnshared: (change: Partial<Unshared>) => void
  ourWord: PhraseMatcher
  onOurWord: () => void
  actions: CheckInActions
}

export function LiveScreen({ live, me, other, ending, unshared, onUnshared, ourWord, onOurWord, actions }: Props) {
  const { floor } = live
  const formId = useId()
  const mine = floor.kind !== 'breath' && floor.holder === 'me'
  return (
    <div className={styles.live}>
      <div className={styles.top}>
        <Between live={live} me={me} other={other} />
      </div>
      <div className={styles.talk}>
        <div className={styles.scroll}>
          <Status live={live} other={other} />
          <HeldLine held={live.held} />
          <SaidLog
            said={live.said}
            unsent={live.unsent}
            other={other}
            onTakeBack={(piece) => {
              onUnshared({ draft: unshared.draft === '' ? piece.text : `${piece.text}\n\n${unshared.draft}` })
              actions.takeBack(piece.key)
            }}
          />
          <div className={styles.bottom}>
            {mine && (
              <Speaking
                formId={formId}
                live={live}
                draft={unshared.draft}
                onDraft={(draft) => onUnshared({ draft })}
                ourWord={ourWord}
                onOurWord={onOurWord}
                onSend={actions.send}
              />
            )}
            {!mine && live.vault === 'locked' && <LockedLine />}
            {!mine && (
              <Listening
                notes={unshared.notes}
                onNotes={(notes) => onUnshared({ notes })}
                draftWaits={unshared.draft !== ''}
                ourWord={ourWord}
                onOurWord={onOurWord}
              />
            )}
            <EndControl ending={ending} onEnd={actions.end} kind="plain" />
          </div>
        </div>
        {mine && <TurnActions formId={formId} live={live} draft={unshared.draft} onPass={actions.pass} />}
      </div>
    </div>
  )
}

/** The state of the room in a few words: who has the stone, and what is different just now. */
function Status({ live, other }: { live: LiveView; other: OtherName }) {
  const t = useTranslations('check-in.floor')
  const nowMs = useSteadyNow(1_000)
  const { floor } = live
  if (floor.kind === 'breath') {
    return (
      <div className={styles.status}>
        <h1>{t('breath')}</h1>
        <p className={styles.sub}>{floor.next === 'me' ? t('thenMe') : t('thenThem', known(other))}</p>
        <ClockWaits live={live} />
      </div>
    )
  }
  const mine = floor.holder === 'me'
  const soon =
    floor.kind === 'turn' && mine && live.wholeMs > 2 * WARN_BEFORE_MS && leftMsAt(live, nowMs) <= WARN_BEFORE_MS
  return (
    <div className={styles.status}>
      <h1>{mine ? t('mine') : t('theirs', known(other))}</h1>
      <ClockWaits live={live} />
      {floor.kind === 'grace' && <p className={styles.sub}>{mine ? t('graceMine') : t('graceTheirs', known(other))}</p>}
      {soon && <p className={styles.sub}>{t('soon')}</p>}
    </div>
  )
}

/** Somebody is not here; who, and since when, is nobody's business. */
function ClockWaits({ live }: { live: LiveView }) {
  const t = useTranslations('check-in.floor')
  if (live.clock === 'running' || live.held !== 'no') return null
  return (
    <p className={styles.sub}>
      {t('clockWaits')} {t('clockWaitsWhy')}
    </p>
  )
}
