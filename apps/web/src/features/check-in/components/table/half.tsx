'use client'

import type { ReactNode } from 'react'
import type { LiveView } from '../../view'
import { Asked } from './asked'
import styles from './half.module.css'
import type { HalfProps } from './half-props'
import { MoreTime } from './more-time'
import { TableBar } from './table-bar'
import { useSettled } from './use-settled'
import { Words } from './words'

/** One person's half, the right way up for them: whose turn it is, what it is about, and their own pause. */
export function Half({ side, seat, live, table, names, ending, actions, menu }: HalfProps) {
  const ask = table.asks[side]
  const words = <Words side={side} live={live} table={table} names={names} />
  return (
    <section className={styles.half} data-side={side} data-seat={seat} data-lit={table.lit === side || undefined}>
      {ask === 'pass' ? (
        <>
          <Touch live={live} onPass={actions.pass}>
            {words}
          </Touch>
          <MoreTime live={live} onAsk={actions.askMore} />
        </>
      ) : (
        <div className={styles.area} data-ask={ask}>
          {words}
          <Asked ask={ask} live={live} ending={ending} actions={actions} />
        </div>
      )}
      <TableBar
        onPause={actions.pause}
        onMinute={live.floor.kind === 'closing' ? undefined : actions.oneMinute}
        closed={live.held !== 'no'}
      >
        {menu}
      </TableBar>
    </section>
  )
}

/** The whole area passes the stone; the half of whoever listens is no button at all. */
function Touch({ live, onPass, children }: { live: LiveView; onPass: () => void; children: ReactNode }) {
  const { floor, turn, held, doing } = live
  const settled = useSettled(turn, floor.kind === 'turn' || floor.kind === 'grace')
  const waits = !settled || (doing?.what === 'pass' && doing.state === 'sending')
  return (
    <button
      type="button"
      className={styles.area}
      aria-disabled={waits || held !== 'no' || undefined}
      onClick={waits ? undefined : onPass}
    >
      {children}
    </button>
  )
}
