import type { SessionState } from './session-state'
import { mayClose } from './talk'
import type { CheckInView, Ending, Unsent } from './view'
import { viewOf } from './view-of'

/** What the page shows. */
export interface Shown {
  readonly view: CheckInView
  readonly me: 'a' | 'b'
  readonly ending: Ending
  /** Null where there is nothing of mine to close. */
  readonly closing: Ending | null
  readonly checkInId: string | null
  /** Pieces of mine that nobody has, in whatever state the check-in is. */
  readonly unsent: readonly Unsent[]
}

export const shownOf = (state: SessionState, nowMs: number): Shown => ({
  view: viewOf(state, nowMs),
  me: state.room?.seat ?? 'a',
  ending: state.ending,
  closing: mayClose(state) ? state.closing : null,
  checkInId: state.room?.checkInId ?? null,
  unsent: state.unsent,
})
