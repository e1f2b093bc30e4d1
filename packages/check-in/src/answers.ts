import { type Change, kept, refused, withQuiet } from './change.ts'
import { takeBreather } from './freeze.ts'
import { nextFloor } from './grant.ts'
import { slowerPace } from './pace.ts'
import { starterOf, whyNotWaiting } from './plan.ts'
import { practiceRules } from './rules.ts'
import { runningFrom, withRunning } from './running.ts'
import type { CheckIn, Instant, Pace, Room, Rules, Seat, Way, Willing } from './types.ts'
import { zoneNamed } from './wall-clock.ts'

/** A yes is for today: long enough for a morning's yes to meet an evening's, never into the next day's check-in. */
const WILLING_MS = 16 * 60 * 60 * 1000

export interface Yes {
  readonly planEpoch: number
  readonly way: Way
  readonly pace: Pace
  readonly zone?: string | undefined
}

/** Up for it today, with this plan. The second standing yes opens the check-in; both hear the same `kept`. */
export function willing(checkIn: CheckIn, by: Seat, { planEpoch, way, pace, zone }: Yes, now: Instant): Change {
  const closed = whyNotWaiting(checkIn)
  if (closed !== null) return refused(checkIn, closed)
  if (planEpoch !== checkIn.room.planEpoch) return refused(checkIn, { code: 'stale_plan' })

  const after = answer(checkIn, by, {
    untilMs: now.wallMs + WILLING_MS,
    planEpoch,
    way,
    pace,
    zone: zone ? zoneNamed(zone) : null,
  })
  const { a, b } = after.quiet.willing
  if (!stands(a, now) || !stands(b, now)) return kept(after)
  const zoned = withQuiet(after, { zones: { a: a.zone, b: b.zone } })
  return open(zoned, wayOf(a.way, b.way), slowerPace(a.pace, b.pace), now)
}

/** Not today: nothing but the absence of a yes. */
export function notToday(checkIn: CheckIn, by: Seat): Change {
  const closed = whyNotWaiting(checkIn)
  return closed === null ? kept(answer(checkIn, by, null)) : refused(checkIn, closed)
}

function answer(checkIn: CheckIn, by: Seat, yes: Willing | null): CheckIn {
  return withQuiet(checkIn, { willing: { ...checkIn.quiet.willing, [by]: yes } })
}

function stands(yes: Willing | null, now: Instant): yes is Willing {
  return yes !== null && now.wallMs < yes.untilMs
}

/** One phone on the table takes both. Who wants to write can, and then both read. */
function wayOf(one: Way, other: Way): Way {
  if (one === 'table' && other === 'table') return 'table'
  return one === 'written' || other === 'written' ? 'written' : 'aloud'
}

function rulesOf({ plan, rules }: Room): Rules {
  return plan.practice ? practiceRules(rules) : rules
}

/** The check-in begins: a breath, then the starter's turn; before a repair talk the breather that both said yes to. */
function open(checkIn: CheckIn, way: Way, pace: Pace, now: Instant): Change {
  const { room, quiet } = checkIn
  const first = nextFloor(
    {
      // Not before both said yes to it: a shorter break is nothing one person can bring about.
      room: { ...room, rules: rulesOf(room), way, pace, openedAtMs: now.wallMs },
      quiet: { ...quiet, willing: { a: null, b: null } },
    },
    1,
  )
  const running = runningFrom(first.floor, quiet, now)
  const opened = withRunning(first.checkIn, running)
  const events = [{ type: 'opened', starter: starterOf(room) } as const, ...first.events]
  const breatherMs = room.plan.repair?.breatherMs ?? null
  if (breatherMs === null) return kept(opened, events)
  const breathing = takeBreather(opened, running, breatherMs, now)
  return kept(breathing.checkIn, [...events, ...breathing.events])
}
