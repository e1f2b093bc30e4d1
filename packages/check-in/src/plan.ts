import { type Change, committed, kept, refused } from './change.ts'
import { paced } from './pace.ts'
import { otherSeat } from './seat.ts'
import type { CheckIn, Plan, PlannedTurn, Refusal, Room, Rules, Seat } from './types.ts'

const NO_YES = { a: null, b: null }

/** Another plan, by either. A yes was for the plan that was shown with it. */
export function choose(checkIn: CheckIn, plan: Plan): Change {
  const refusal = whyNotWaiting(checkIn)
  if (refusal !== null) return refused(checkIn, refusal)
  const { format, minutes } = checkIn.room.plan
  if (plan.format === format && plan.minutes === minutes) return committed(checkIn, [])
  return committed(...replan(checkIn, { plan }))
}

/** A new agreement, before anything was agreed on under the old one. One that was paused keeps what its readies name. */
export function adopt(checkIn: CheckIn, rules: Rules, plan: Plan): Change {
  if (whyNotWaiting(checkIn) !== null || checkIn.room.freezeEpoch > 0) return kept(checkIn)
  return committed(...replan(checkIn, { rules, plan }))
}

function replan(
  { room, quiet }: CheckIn,
  change: { readonly rules?: Rules; readonly plan: Plan },
): [CheckIn, readonly [{ type: 'planned'; planEpoch: number }]] {
  const planEpoch = room.planEpoch + 1
  return [
    { room: { ...room, ...change, planEpoch }, quiet: { ...quiet, willing: NO_YES } },
    [{ type: 'planned', planEpoch }],
  ]
}

export function whyNotWaiting({ room }: CheckIn): Refusal | null {
  if (room.phase.kind === 'waiting') return null
  return { code: room.openedAtMs === null ? 'frozen' : 'already_open' }
}

/** What this holding of the floor is for; null after the last one. */
export function plannedTurn({ plan, way }: Pick<Room, 'plan' | 'way'>, turn: number): PlannedTurn | null {
  return (way === 'table' ? plan.tableTurns : plan.turns)[turn - 1] ?? null
}

export function seatOf({ by }: PlannedTurn, starter: Seat): Seat {
  return by === 'starter' ? starter : otherSeat(starter)
}

/** How long a planned turn is for whoever gets it now, with what they are owed; null is open-ended. */
export function budgetMs({ pace, owedMs }: Room, { turnMs }: PlannedTurn, holder: Seat): number | null {
  const ms = paced(turnMs, pace)
  return ms === null ? null : ms + owedMs[holder]
}
