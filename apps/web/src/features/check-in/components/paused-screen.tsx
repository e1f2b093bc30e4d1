'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { ReturnCard } from '@/components/return-card'
import { Stone } from '@/components/stone'
import { timeWords } from '@/lib/time-words'
import type { OtherName } from '../names'
import type { CheckInActions, Ending, PausedView } from '../view'
import { EndControl } from './end-control'
import styles from './paused-screen.module.css'
import { SlipOffer } from './slip-offer'
import { useWallNow } from './use-steady-now'

interface Asked {
  paused: PausedView
  ending: Ending
  actions: Pick<CheckInActions, 'ready' | 'notYet' | 'end' | 'slip' | 'stayPaused'>
}

interface Props extends Asked {
  other: OtherName
  /** What helps meanwhile. One of it that is in use takes the place of all but the way back (`data-alone`). */
  children: ReactNode
}

/** Everything has stopped. No seconds tick; the way back is a sentence. */
export function PausedScreen({ paused, other, ending, actions, children }: Props) {
  const t = useTranslations('check-in.paused')
  return (
    <div className={styles.paused} data-asking={paused.break === 'over' || paused.slip.what === 'asked' || undefined}>
      <div className={styles.stone}>
        <Stone place="sunk" />
      </div>
      <h1 className={styles.title}>{t(paused.breather ? 'breather.title' : 'title')}</h1>
      <ReturnSentence {...paused} />
      <div className={styles.lines}>
        {paused.topicRests && <p className={styles.rests}>{t('topicRests')}</p>}
        <p>{t(paused.breather ? 'breather.sooner' : paused.confirmation)}</p>
      </div>
      <SlipOffer slip={paused.slip} other={other} actions={actions} />
      <ReturnCard returnAtMs={aheadOf(paused)} untold={paused.confirmation === 'unconfirmed' && !paused.breather} />
      {paused.proof === 'tampered' && (
        <div className={styles.proof} role="alert">
          <p>{t('tampered')}</p>
          <p>{t('tamperedWhat')}</p>
        </div>
      )}
      <div className={styles.bottom}>
        {paused.break === 'over' ? (
          <Answers paused={paused} ending={ending} actions={actions} />
        ) : (
          <EndControl ending={ending} onEnd={actions.end} kind="plain" />
        )}
      </div>
      {children}
    </div>
  )
}

/** The card names no return that will not come: not a time that is over, nor the one at which it is set down. */
const aheadOf = ({ returnAtMs, comes, break: rest }: PausedView): number | null =>
  comes === 'setDown' || rest === 'over' ? null : returnAtMs

const AHEAD = { first: 'back', again: 'again', setDown: 'setDown' } as const

function ReturnSentence({ returnAtMs, comes, breather }: Pick<PausedView, 'returnAtMs' | 'comes' | 'breather'>) {
  const t = useTranslations('check-in.paused')
  const locale = useLocale()
  // Once in a while is enough: this changes when the time has come, or the day.
  const nowMs = useWallNow(5_000)
  if (returnAtMs === null) {
    return (
      <p className={styles.back} data-long="">
        {t('backUnknown')}
      </p>
    )
  }
  const hasCome = nowMs >= returnAtMs
  const words = timeWords(locale, returnAtMs, nowMs)
  return (
    <p className={styles.back} data-long={hasCome || comes !== 'first' || words.day !== 'today' || undefined}>
      {t(hasCome ? 'now' : breather && comes === 'first' ? 'breather.until' : AHEAD[comes], words)}
    </p>
  )
}

/** Nothing on this screen depends on which answer was given (law 5): the same line appears after either. */
function Answers({ paused, ending, actions }: Asked) {
  const t = useTranslations('check-in.paused')
  const { answering } = paused
  return (
    <>
      <h2>{t('ask')}</h2>
      <output>
        {answering === 'kept' && `${t('kept')} `}
        {answering === 'failed' && `${t('failed')} `}
        {answering === 'another' && `${t('another')} `}
        {t('same')}
      </output>
      <div className={styles.answers}>
        <Button kind="quiet" size="large" onClick={actions.ready}>
          {t('ready')}
        </Button>
        <Button kind="quiet" size="large" onClick={actions.notYet}>
          {t('notYet')}
        </Button>
        <EndControl ending={ending} onEnd={actions.end} kind="quiet" />
      </div>
      {paused.vault === 'locked' && <p>{t('needsKey')}</p>}
    </>
  )
}
