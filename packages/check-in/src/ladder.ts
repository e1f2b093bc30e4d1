import { type Change, withPhase, withQuiet } from './change.ts'
import { cooldownLeftMs, endedAt } from './freeze.ts'
import { lookAfter, lookOverAtMs } from './looks.ts'
import type { CheckIn, CheckInEvent, Frozen, Instant } from './types.ts'

/**
 * What time makes of a freeze: each look that was not answered by both moves on to the next, at its own time and whatever
 * was answered (law 5), and after the last it is set down. Nothing moves before the cool-down is over.
 */
export function climb(checkIn: CheckIn, now: Instant): Pick<Change, 'checkIn' | 'events'> {
  const events: CheckInEvent[] = []
  let known = checkIn
  for (let over = overAt(known, now); over !== null; over = overAt(known, now)) {
    const next = whenALookIsOver(known, over)
    events.push(...next.events)
    known = next.checkIn
  }
  return { checkIn: known, events }
}

/** The look that is over by now. */
function overAt({ room: { phase } }: CheckIn, now: Instant): Frozen | null {
  if (phase.kind !== 'frozen' || cooldownLeftMs(phase, now) > 0) return null
  return lookOverAtMs(phase) <= now.wallMs ? phase : null
}

/** Whoever had said yes is asked anew: a yes is for the look it was given at (I4). */
function whenALookIsOver(checkIn: CheckIn, frozen: Frozen): Pick<Change, 'checkIn' | 'events'> {
  const next = lookAfter(frozen, checkIn.quiet.zones, checkIn.room.plan.repair === null ? 'ordinary' : 'repair')
  if (next === null) return endedAt(checkIn, { endedAtMs: lookOverAtMs(frozen), setDown: true })
  const { freezeEpoch } = frozen
  return {
    checkIn: withQuiet(withPhase(checkIn, { ...frozen, ...next, slip: null }), {
      ready: { a: null, b: null },
      slip: null,
    }),
    events: [{ type: 'lookMoved', freezeEpoch, rung: next.rung }],
  }
}
