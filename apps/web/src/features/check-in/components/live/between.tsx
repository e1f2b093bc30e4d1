'use client'

import type { Seat } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { known, type OtherName } from '../../names'
import { leftMsAt, minutesLeft } from '../../time-left'
import type { LiveView } from '../../view'
import { useSteadyNow } from '../use-steady-now'
import styles from './between.module.css'

const RING = 2 * Math.PI * 64

interface Props {
  live: LiveView
  me: Seat
  other: OtherName
}

/** The stone lies on the side of whoever has the floor; the ring round it is the time left, a number only when asked. */
export function Between({ live, me, other }: Props) {
  const t = useTranslations('check-in')
  const nowMs = useSteadyNow(1_000)
  const [asked, setAsked] = useState(false)
  const { floor } = live
  const place = floor.kind === 'breath' ? 'between' : floor.holder
  const waits = live.held !== 'no' || live.clock === 'stopped'
  const leftMs = leftMsAt(live, nowMs)
  const share = Math.min(1, Math.max(0, leftMs / live.wholeMs))
  return (
    <div className={styles.between} data-waits={waits || undefined}>
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
          {floor.kind !== 'breath' && (
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
          <path
            className={styles.body}
            d="M152 117c-2-26 20-44 50-44 29 0 47 15 46 38-1 21-20 31-49 31-27 0-45-6-47-25z"
          />
          <path className={styles.vein} d="M164 105c18-10 48-13 73-3" />
        </svg>
      </button>
      {asked && floor.kind !== 'breath' && (
        <output className={styles.time}>{t('floor.timeLeft', { minutes: minutesLeft(leftMs) })}</output>
      )}
    </div>
  )
}
