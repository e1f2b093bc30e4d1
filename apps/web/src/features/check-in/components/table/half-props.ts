import type { Seat } from '@turnstone/check-in'
import type { ReactNode } from 'react'
import type { CheckInActions, Ending, LiveView, Side } from '../../view'
import type { TableView } from './halves'

/** How the two who sit here are called; null where the key that knows it is not on this screen. */
export type TableNames = Readonly<Record<Side, string | null>>

export interface HalfProps {
  side: Side
  seat: Seat
  live: LiveView
  table: TableView
  names: TableNames
  ending: Ending
  actions: CheckInActions
  /** At the edge of the one whose phone this is. */
  menu?: ReactNode
}
