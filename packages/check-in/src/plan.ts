import { type Change, committed, kept, refused } from './change.ts'
import { paced } from './pace.ts'
import { mayBeOffered } from './repair.ts'
import { otherSeat } from './seat.ts'
import type { CheckIn, Plan, PlannedTurn, Refusal, Room, Rules, Seat } from './types.ts'

const NO_YES = { a: null, b: null }

/** Another plan, by either. A yes was for the plan that was shown with it. */
export function choose(checkIn: CheckIn, by: Seat, plan: Plan): Change {
  const refusal = whyNotWaiting(checkIn)
  if (refusal !== null) return refused(checkIn, refusal)
  if (!mayBeOffered(checkIn.room, plan, by)) return refused(checkIn, { code: 'no_talk' })
  if (isSamePlan(plan, checkIn.room.plan)) return committed(checkIn, [])
  return committed(...replan(checkIn, { plan }))
}

const isSamePlan = (one: Plan, other: Plan): boolean =>
  one.format === other.format && one.minutes === other.minutes && isSameRepair(one.repair, other.repair)

function isSameRepair(one: Plan['repair'], other: Plan['repair']): boolean {
  if (one === null || other === null) return one === other
  return one.by === other.by && one.breatherMs === other.breatherMs && one.done === other.done
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

/** Who is given the floor first: whoever makes something right, else whose turn it is to begin. */
export function starterOf({ plan, starter }: { readonly plan: Pick<Plan, 'repair'>; readonly starter: Seat }): Seat {
  return plan.repair?.by ?? starter
}

export function seatOf({ by }: PlannedTurn, room: Pick<Room, 'plan' | 'starter'>): Seat {
  const starter = starterOf(room)
  return by === 'starter' ? starter : otherSeat(starter)
}

/** How long a planned turn is for whoever gets it now, with what they are owed; null is open-ended. */
export function budgetMs({ pace, owedMs }: Room, { turnMs }: PlannedTurn, holder: Seat): number | null {
  const ms = paced(turnMs, pace)
  return ms === null ? null : ms + owedMs[holder]
}
