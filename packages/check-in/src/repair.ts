import type { Floor, Phase, Plan, Room, Seat } from './types.ts'

/** An offer to make something right, by whoever takes responsibility; never a demand. */
export interface Repair {
  readonly by: Seat
  /** How long both wait before the first turn, unless they are ready sooner; null where a talk goes on. */
  readonly breatherMs: number | null
  /** How many turns were held before, in another check-in. */
  readonly done: number
}

/** What the last repair talk came to: left after so many turns, or closed for good by the other one. Done, it is nothing. */
export type Talk =
  | { readonly kind: 'left'; readonly by: Seat; readonly turns: number }
  | { readonly kind: 'closed'; readonly by: Seat }

/** An offer is its author's own. What was left goes on as it was left, whoever suggests it. */
export function mayBeOffered({ talk }: Pick<Room, 'talk'>, { repair }: Plan, by: Seat): boolean {
  if (repair === null) return true
  if (repair.done === 0) return repair.by === by
  return talk?.kind === 'left' && talk.by === repair.by && talk.turns === repair.done
}

/** Who offered what can be closed here: the talk that is open, or the one that was left before; null where there is none. */
export function talkBy({ plan, openedAtMs, talk }: Room): Seat | null {
  if (openedAtMs !== null) return plan.repair?.by ?? null
  return talk?.kind === 'left' ? talk.by : null
}

/**
 * What there is to go on with when it ends here. Of a talk nothing is left once it came to the closing, and before its
 * first turn was over there is nothing yet; then what was left before still is.
 */
export function talkAfter({ plan: { repair }, talk, openedAtMs, turns, phase }: Room): Talk | null {
  const before = talk?.kind === 'left' ? talk : null
  const floor = floorOf(phase)
  if (openedAtMs === null || repair === null || floor === null) return before
  if (floor.kind === 'closing') return null
  const held = repair.done + (floor.kind === 'breath' ? turns : turns - 1)
  return held === 0 ? before : { kind: 'left', by: repair.by, turns: held }
}

function floorOf(phase: Phase): Floor | null {
  if (phase.kind === 'running' || phase.kind === 'returning') return phase.floor
  return phase.kind === 'frozen' && phase.interrupted.kind === 'floor' ? phase.interrupted.floor : null
}
