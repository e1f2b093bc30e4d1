'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { StoneShape } from '@/components/stone-shape'
import type { CheckInActions, Ending, LiveView } from '../../view'
import { EndControl } from '../end-control'
import { HeldLine } from '../held-line'
import styles from './aside-screen.module.css'

interface Props {
  aside: NonNullable<LiveView['aside']>
  live: Pick<LiveView, 'held'>
  ending: Ending
  actions: Pick<CheckInActions, 'back' | 'end'>
}

/**
 * Somebody went to the door. Not a pause: the colours stay warm, there is no return time and no shortest break. Whether
 * the other is back already shows only by its going on.
 */
export function AsideScreen({ aside, live, ending, actions }: Props) {
  const t = useTranslations('check-in')
  const { held } = live
  const isOnItsWay = aside.mine === 'onItsWay'
  return (
    <div className={styles.aside}>
      <div className={styles.middle}>
        <Doorway />
        <h1>{t('aside.title')}</h1>
        <p className={styles.body}>
          {t(aside.mine === 'back' ? 'aside.kept' : isOnItsWay && held !== 'no' ? 'aside.onItsWay' : 'aside.body')}
        </p>
        <HeldLine held={held} />
      </div>
      <div className={styles.bottom}>
        {(aside.mine === 'away' || (isOnItsWay && held === 'no')) && (
          <Button size="large" pending={isOnItsWay} onClick={actions.back}>
            {t('aside.back')}
          </Button>
        )}
        <EndControl ending={ending} onEnd={actions.end} kind="plain" />
      </div>
    </div>
  )
}

/** A door that stands open, and the stone left in its light. */
function Doorway() {
  return (
    <svg className={styles.picture} viewBox="0 0 240 200" aria-hidden="true">
      <path className={styles.light} d="M78 150 162 150 214 192 26 192z" />
      <path className={styles.frame} d="M78 150V18h84v132" />
      <path className={styles.door} d="M78 18 118 34v124l-40-8z" />
      <circle className={styles.knob} cx="108" cy="98" r="3.5" />
      <g transform="translate(148 168) scale(0.4)">
        <StoneShape />
      </g>
    </svg>
  )
}
