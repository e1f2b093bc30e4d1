'use client'

import type { PhraseMatcher, Seat } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Stone } from '@/components/stone'
import type { OtherName } from '../../names'
import { NO_WORDS } from '../../reentry'
import type { CheckInActions, Ending, ReturningView } from '../../view'
import { EndControl } from '../end-control'
import { HeldLine } from '../held-line'
import type { OnUnshared, Unshared } from '../live/unshared'
import styles from './coming-back.module.css'
import { Reading } from './reading'
import { Saying } from './saying'

interface Props {
  returning: ReturningView
  me: Seat
  other: OtherName
  ending: Ending
  ourWord: PhraseMatcher
  actions: CheckInActions
  unshared: Unshared
  onUnshared: OnUnshared
}

/** After a pause, before the stone: how I am and what I need, if I like. No clock runs, and nobody is waited for for ever. */
export function ComingBackScreen({ returning, other, ending, ourWord, actions, unshared, onUnshared }: Props) {
  const t = useTranslations('check-in.comingBack')
  const { stage, lines, redirected, held } = returning
  const isShown = lines.some(({ by }) => by === 'me')
  useEffect(() => {
    // Until it is shown it is mine: a pause gives it back to its author.
    if (isShown) onUnshared({ reentry: NO_WORDS })
  }, [isShown, onUnshared])
  return (
    <div className={styles.screen}>
      <div className={styles.stone}>
        <Stone place="midway" />
      </div>
      <h1>{t(stage === 'saying' ? 'title' : 'read')}</h1>
      <HeldLine held={held} />
      {stage === 'saying' ? (
        <Saying
          key="saying"
          returning={returning}
          words={unshared.reentry}
          onWords={(reentry) => onUnshared({ reentry })}
          {...{ ourWord, actions }}
        />
      ) : (
        <Reading {...{ returning, lines, redirected, other, actions }} />
      )}
      <div className={styles.end}>
        <EndControl ending={ending} onEnd={actions.end} kind="plain" />
      </div>
    </div>
  )
}
