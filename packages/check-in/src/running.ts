import { type Change, committed, withPhase } from './change.ts'
import { bothPresent } from './seat.ts'
import type { CheckIn, CheckInEvent, Floor, Instant, Quiet, Running } from './types.ts'

/** A floor and what had to happen for it to be there; not yet in the room's phase. */
export interface FloorChange {
  readonly checkIn: CheckIn
  readonly floor: Floor
  readonly events: readonly CheckInEvent[]
}

/** A floor that starts counting now, if somebody is there on both sides. */
export function runningFrom(floor: Floor, quiet: Quiet, now: Instant): Running {
  return { kind: 'running', floor, clock: bothPresent(quiet) ? 'running' : 'stopped', asOf: now }
}

export function withRunning(checkIn: CheckIn, running: Running): CheckIn {
  const { kind, turn } = running.floor
  const granted = kind === 'breath' || kind === 'closing' ? turn - 1 : turn
  return { ...checkIn, room: { ...checkIn.room, phase: running, turns: granted } }
}

/** Puts the floor where the clock already runs, or stands. Only for a check-in that is running. */
export function onFloor({ checkIn, floor, events }: FloorChange): Change {
  const running = checkIn.room.phase as Running
  return committed(withRunning(checkIn, { ...running, floor }), events)
}

/** Who has a live device. While the check-in runs, the clock waits for whoever is missing. */
export function presence(checkIn: CheckIn, present: Quiet['present'], now: Instant): Change {
  const quiet: Quiet = { ...checkIn.quiet, present: { a: present.a, b: present.b } }
  const after: CheckIn = { ...checkIn, quiet }
  const { phase } = checkIn.room
  if (phase.kind !== 'running' || phase.clock === 'aside') return committed(after, [])

  const clock = bothPresent(quiet) ? 'running' : 'stopped'
  if (clock === phase.clock) return committed(after, [])
  return committed(withPhase(after, { ...phase, clock, asOf: now }), [
    { type: clock === 'running' ? 'clockStarted' : 'clockStopped' },
  ])
}
