'use client'

import type { Seat } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { StoneShape } from '@/components/stone-shape'
import { known, type OtherName } from '../../names'
import { leftMsAt, minutesLeft } from '../../time-left'
import type { FloorView, LiveView, Side } from '../../view'
import { RING_STEP_MS, useSteadyNow } from '../use-steady-now'
import styles from './between.module.css'

const RING = 2 * Math.PI * 64

interface Props {
  live: LiveView
  me: Seat
  other: OtherName
  /** Nothing is written: the stone has more room. */
  tall: boolean
}

/** The stone lies on the side of whoever has the floor; the ring round it is the time left, a number only when asked. */
export function Between({ live, me, other, tall }: Props) {
  const t = useTranslations('check-in')
  const nowMs = useSteadyNow(RING_STEP_MS)
  const [asked, setAsked] = useState(false)
  const { floor } = live
  const place = 'holder' in floor ? floor.holder : 'between'
  const waits = live.held !== 'no' || live.clock === 'stopped'
  const leftMs = leftMsAt(live, nowMs)
  const share = shareLeft(floor, leftMs, live.wholeMs)
  const hand = 'hand' in floor && floor.hand ? otherSide(floor.holder) : null
  return (
    <div className={styles.between} data-tall={tall || undefined} data-waits={waits || undefined}>
      <div
        className={styles.half}
        data-place="them"
        data-seat={me === 'a' ? 'b' : 'a'}
        data-lit={place === 'them' || undefined}
      >
        <span className={styles.name}>{t('other', known(other))}</span>
      </div>
      <div className={styles.half} data-place="me" data-seat={me} data-lit={place === 'me' || undefined}>
        <span className={styles.name}>{t('you')}</span>
      </div>
      <button
        type="button"
        className={styles.stone}
        data-place={place}
        aria-pressed={asked}
        aria-label={t('floor.showTime')}
        onClick={() => setAsked(!asked)}
      >
        <svg className={styles.picture} viewBox="132 42 136 136" aria-hidden="true">
          {floor.kind === 'breath' && <circle className={styles.breathing} cx="200" cy="110" r="64" />}
          {share !== null && (
            <>
              <circle className={styles.track} cx="200" cy="110" r="64" />
              <circle
                className={styles.left}
                cx="200"
                cy="110"
                r="64"
                transform="rotate(-90 200 110)"
                strokeDasharray={RING.toFixed(2)}
                strokeDashoffset={(RING * (1 - share)).toFixed(2)}
              />
            </>
          )}
          <g transform="translate(200 113) scale(0.62)">
            <StoneShape hollow={waits} />
          </g>
        </svg>
      </button>
      {hand && (
        <span className={styles.hand} data-place={hand}>
          {hand === 'them' && <span className="for-readers-only">{t('live.handIsUp', known(other))}</span>}
        </span>
      )}
      {asked && (floor.kind === 'turn' || floor.kind === 'grace') && (
        <output className={styles.time}>
          {leftMs === null ? t('floor.noLimit') : t('floor.timeLeft', { minutes: minutesLeft(leftMs) })}
        </output>
      )}
    </div>
  )
}

/** How much of the ring is drawn. None where no time runs out; in the grace it has run down. */
function shareLeft(floor: FloorView, leftMs: number | null, wholeMs: number | null): number | null {
  if (floor.kind === 'grace') return 0
  if (floor.kind !== 'turn' || leftMs === null || wholeMs === null) return null
  return Math.min(1, Math.max(0, leftMs / wholeMs))
}

const otherSide = (side: Side): Side => (side === 'me' ? 'them' : 'me')
