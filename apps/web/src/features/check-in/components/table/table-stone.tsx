'use client'

import { StoneShape } from '@/components/stone-shape'
import { leftMsAt } from '../../time-left'
import type { LiveView } from '../../view'
import { RING_STEP_MS, useSteadyNow } from '../use-steady-now'
import type { TableView } from './halves'
import styles from './table-stone.module.css'

const RADIUS = 64
const RING = 2 * Math.PI * RADIUS

/** The stone on the half of whoever has it, midway in a breath. The ring is the time that is left, and never a number. */
export function TableStone({ live, place }: { live: LiveView; place: TableView['stone'] }) {
  const nowMs = useSteadyNow(RING_STEP_MS)
  const leftMs = leftMsAt(live, nowMs)
  const hasRing = leftMs !== null && live.wholeMs !== null && place !== 'midway'
  const share = hasRing ? Math.min(1, Math.max(0, leftMs / live.wholeMs)) : 0
  const waits = live.held !== 'no' || live.clock !== 'running'
  return (
    <svg
      className={styles.stone}
      data-place={place}
      data-waits={waits || undefined}
      viewBox="132 42 136 136"
      aria-hidden="true"
    >
      <circle className={styles.disc} cx="200" cy="110" r={RADIUS} />
      {hasRing && (
        <>
          <circle className={styles.track} cx="200" cy="110" r={RADIUS} />
          <circle
            className={styles.left}
            cx="200"
            cy="110"
            r={RADIUS}
            transform="rotate(-90 200 110)"
            strokeDasharray={RING.toFixed(2)}
            strokeDashoffset={(RING * (1 - share)).toFixed(2)}
          />
        </>
      )}
      <g transform="translate(200 114) scale(0.56)">
        <StoneShape hollow={waits} />
      </g>
    </svg>
  )
}
