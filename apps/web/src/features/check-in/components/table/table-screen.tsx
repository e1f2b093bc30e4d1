'use client'

import type { Seat } from '@turnstone/check-in'
import { usePauseKey } from '@/components/use-pause-key'
import type { CheckInActions, Ending, LiveView } from '../../view'
import { Half } from './half'
import type { TableNames } from './half-props'
import { tableView } from './halves'
import { TableAside } from './table-aside'
import { TableMenu } from './table-menu'
import styles from './table-screen.module.css'
import { TableStone } from './table-stone'

interface Props {
  live: LiveView
  me: Seat
  names: TableNames
  ending: Ending
  actions: CheckInActions
  /** The other phone is to lie between. */
  onAway: () => void
}

/** One phone between two people. It takes no letters: touching one's half passes the stone, and each edge has a pause. */
export function TableScreen({ live, me, names, ending, actions, onAway }: Props) {
  const table = tableView(live)
  const half = { live, table, names, ending, actions }
  const menu = <TableMenu live={live} ending={ending} onEnd={actions.end} onSlow={actions.slow} onAway={onAway} />
  usePauseKey(actions.pauseByKey)
  return (
    <div className={styles.table}>
      {live.aside ? (
        <TableAside live={live} actions={actions} menu={menu} />
      ) : (
        <>
          <Half {...half} side="them" seat={me === 'a' ? 'b' : 'a'} />
          <Half {...half} side="me" seat={me} menu={menu} />
        </>
      )}
      <TableStone live={live} place={live.aside ? 'midway' : table.stone} />
    </div>
  )
}
