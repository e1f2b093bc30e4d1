'use client'

import type { PhraseMatcher, Seat } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { OtherName } from '../../names'
import type { Signal } from '../../use-tried'
import type { CheckInActions, Ending, LiveView } from '../../view'
import { HeldLine } from '../held-line'
import { Practice } from '../signals/practice'
import { Agenda } from './agenda'
import { AtHand } from './at-hand'
import { Between } from './between'
import { ComfortCheck } from './comfort-check'
import { Listening, ListeningActions } from './listening'
import styles from './live-screen.module.css'
import { type Part, writes } from './part'
import { Reflection, ReflectionActions } from './reflection'
import { SaidLog } from './said-log'
import { Speaking, SpeakingActions } from './speaking'
import { Status } from './status'
import type { OnUnshared, Unshared } from './unshared'

interface Props {
  live: LiveView
  me: Seat
  other: OtherName
  ending: Ending
  unshared: Unshared
  onUnshared: OnUnshared
  ourWord: PhraseMatcher
  actions: CheckInActions
  /** In a practice: what was tried on this page. */
  tried: ReadonlySet<Signal>
}

/** A running check-in, each at their own device: spoken aloud, or written. */
export function LiveScreen({ live, me, other, ending, unshared, onUnshared, ourWord, actions, tried }: Props) {
  const t = useTranslations('check-in')
  const formId = useId()
  const part: Part = { live, other, unshared, onUnshared, ourWord, actions, formId }
  const hasWords = writes(part) || live.said.length > 0 || live.unsent.length > 0
  return (
    <div className={styles.live}>
      <Agenda steps={live.steps} />
      <div className={styles.top}>
        <Between live={live} me={me} other={other} tall={!hasWords} />
      </div>
      <div className={styles.talk}>
        <div className={styles.scroll}>
          <Status live={live} other={other} />
          <HeldLine held={live.held} />
          {live.practice && <Practice part={part} tried={tried} />}
          {hasWords && (
            <SaidLog
              said={live.said}
              unsent={live.unsent.filter(({ kind }) => kind === 'speech')}
              other={other}
              onTakeBack={(piece) => {
                onUnshared({ draft: unshared.draft === '' ? piece.text : `${piece.text}\n\n${unshared.draft}` })
                actions.takeBack(piece.key)
              }}
            />
          )}
          <div className={styles.bottom}>
            <Words {...part} />
            {live.doing?.state === 'failed' && (
              <p role="alert">{t(live.doing.what === 'pass' ? 'pass.failed' : 'live.failed')}</p>
            )}
            {live.doing?.state === 'closed' && <p>{t('live.closed')}</p>}
            <AtHand part={part} ending={ending} />
          </div>
        </div>
        <Verbs {...part} />
      </div>
    </div>
  )
}

/** Where I write, and what I am asked. */
function Words(part: Part) {
  const { floor, askComfort } = part.live
  switch (floor.kind) {
    case 'turn':
    case 'grace':
      return floor.holder === 'me' ? <Speaking {...part} /> : <Listening {...part} />
    case 'reflection':
      return <Reflection part={part} floor={floor} />
    case 'breath':
      return askComfort ? <ComfortCheck {...part} /> : null
    case 'closing':
      return null
  }
}

/** What I can do, right above the pause. */
function Verbs(part: Part) {
  const { floor } = part.live
  switch (floor.kind) {
    case 'turn':
    case 'grace':
      return floor.holder === 'me' ? <SpeakingActions {...part} /> : <ListeningActions {...part} />
    case 'reflection':
      return <ReflectionActions part={part} floor={floor} />
    case 'breath':
    case 'closing':
      return null
  }
}
