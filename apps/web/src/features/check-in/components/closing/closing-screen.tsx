'use client'

import type { PhraseMatcher } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import type { OtherName } from '../../names'
import type { CheckInActions, Ending, LiveView } from '../../view'
import { HeldLine } from '../held-line'
import { LockedLine } from '../live/piece-field'
import type { OnUnshared, Unshared } from '../live/unshared'
import styles from './closing.module.css'
import { KeepSaid } from './keep-said'
import { Lines } from './lines'
import { ThankYou } from './thank-you'

export interface ClosingProps {
  live: LiveView
  other: OtherName
  ending: Ending
  ourWord: PhraseMatcher
  actions: CheckInActions
  unshared: Unshared
  onUnshared: OnUnshared
}

/** The turns are done: a thank-you each, what both keep, what I keep, and one of the two closes. Nothing of it has to be done. */
export function ClosingScreen({ live, other, ending, ourWord, actions, unshared, onUnshared }: ClosingProps) {
  const t = useTranslations('closing')
  return (
    <div className={styles.closing}>
      <h1>{t('title')}</h1>
      <HeldLine held={live.held} />
      {live.vault === 'open' ? (
        <>
          <ThankYou
            openedAtMs={live.openedAtMs}
            other={other}
            text={unshared.thanks}
            onText={(thanks) => onUnshared({ thanks })}
            ourWord={ourWord}
            onOurWord={actions.ourWord}
          />
          <Lines
            live={live}
            other={other}
            text={unshared.line}
            onText={(line) => onUnshared({ line })}
            ourWord={ourWord}
            actions={actions}
          />
          <KeepSaid said={live.said} kept={live.kept} gone="atClose" actions={actions} />
        </>
      ) : (
        <LockedLine />
      )}
      <div className={styles.close}>
        <Button size="large" pending={ending === 'sending'} onClick={actions.end}>
          {t('close')}
        </Button>
        <p className={styles.small}>{t(ending === 'failed' ? 'closeFailed' : 'closeHow')}</p>
      </div>
    </div>
  )
}
