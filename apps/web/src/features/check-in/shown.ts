import type { SessionState } from './session-state'
import type { CheckInView, Ending } from './view'
import { viewOf } from './view-of'

/** What the page shows. */
export interface Shown {
  readonly view: CheckInView
  readonly me: 'a' | 'b'
  readonly ending: Ending
}

export const shownOf = (state: SessionState, nowMs: number): Shown => ({
  view: viewOf(state, nowMs),
  me: state.room?.seat ?? 'a',
  ending: state.ending,
})
