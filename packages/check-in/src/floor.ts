import { type Change, committed, refused, withPhase } from './change.ts'
import { bothPresent, otherSeat } from './seat.ts'
import { elapsedMs, laterOf } from './time.ts'
import type { CheckIn, CheckInEvent, Floor, Instant, Quiet, Refusal, Rules, Running, Seat } from './types.ts'

/** Nobody watched for longer than a day: the rest is not turned into thousands of turns that nobody held. */
const LONGEST_UNWATCHED_MS = 24 * 60 * 60 * 1000

/** A floor and what had to happen for it to be there. */
interface FloorChange {
  readonly floor: Floor
  readonly events: readonly CheckInEvent[]
}

/** The room as it is at `now`: what time alone has brought about since it was last written. */
export function applyPassedTime(checkIn: CheckIn, now: Instant): { checkIn: CheckIn; events: readonly CheckInEvent[] } {
  const { phase, rules } = checkIn.room
  if (phase.kind !== 'running') return { checkIn, events: [] }

  const events: CheckInEvent[] = []
  let floor = phase.floor
  let unspentMs = phase.clock === 'running' ? Math.min(elapsedMs(phase.asOf, now), LONGEST_UNWATCHED_MS) : 0
  while (unspentMs >= floor.leftMs) {
    unspentMs -= floor.leftMs
    const next = afterTimeIsUp(floor, rules)
    events.push(...next.events)
    floor = next.floor
  }
  floor = { ...floor, leftMs: floor.leftMs - unspentMs }
  return { checkIn: withFloor(checkIn, { ...phase, floor, asOf: laterOf(phase.asOf, now) }), events }
}

function afterTimeIsUp(floor: Floor, rules: Rules): FloorChange {
  switch (floor.kind) {
    case 'breath':
      return grant(floor.next, floor.turn, rules)
    case 'turn': {
      const { holder, turn } = floor
      return {
        floor: { kind: 'grace', holder, turn, leftMs: rules.graceMs },
        events: [{ type: 'graceBegan', holder, turn }],
      }
    }
    case 'grace': {
      const { holder, turn } = floor
      const next = breathFor(otherSeat(holder), turn + 1, rules)
      return { floor: next.floor, events: [{ type: 'floorRevoked', holder, turn }, ...next.events] }
    }
  }
}

function grant(holder: Seat, turn: number, rules: Rules): FloorChange {
  return {
    floor: { kind: 'turn', holder, turn, leftMs: rules.turnMs },
    events: [{ type: 'floorGranted', holder, turn }],
  }
}

/** The breath before a turn; partners who agreed on none go straight to the turn. */
function breathFor(next: Seat, turn: number, rules: Rules): FloorChange {
  if (rules.breathMs === 0) return grant(next, turn, rules)
  return { floor: { kind: 'breath', next, turn, leftMs: rules.breathMs }, events: [] }
}

/** The check-in begins: a breath, then the starter's turn. */
export function open(checkIn: CheckIn, now: Instant): { checkIn: CheckIn; events: readonly CheckInEvent[] } {
  const { room, quiet } = checkIn
  const first = breathFor(room.starter, 1, room.rules)
  const opened: CheckIn = {
    room: { ...room, openedAtMs: now.wallMs },
    quiet: { ...quiet, willing: { a: null, b: null } },
  }
  return {
    checkIn: withFloor(opened, runningFrom(first.floor, quiet, now)),
    events: [{ type: 'opened', starter: room.starter }, ...first.events],
  }
}

/** A floor that starts counting now, if somebody is there on both sides. */
export function runningFrom(floor: Floor, quiet: Quiet, now: Instant): Running {
  return { kind: 'running', floor, clock: bothPresent(quiet) ? 'running' : 'stopped', asOf: now }
}

/** The holder hands the floor over; the other gets a breath and a whole turn. */
export function pass(checkIn: CheckIn, by: Seat, turn: number): Change {
  const refusal = whyNotHolding(checkIn, by, turn)
  if (refusal !== null) return refused(checkIn, refusal)

  const running = checkIn.room.phase as Running
  const next = breathFor(otherSeat(by), turn + 1, checkIn.room.rules)
  return committed(withFloor(checkIn, { ...running, floor: next.floor }), [
    { type: 'floorReleased', holder: by, turn },
    ...next.events,
  ])
}

/** The holder says something. The words are sealed and travel beside; the room only knows that it happened. */
export function utter(checkIn: CheckIn, by: Seat, turn: number, utteranceId: string): Change {
  const refusal = whyNotHolding(checkIn, by, turn)
  if (refusal !== null) return refused(checkIn, refusal)
  return committed(checkIn, [{ type: 'uttered', holder: by, turn, utteranceId }])
}

function whyNotHolding(checkIn: CheckIn, by: Seat, turn: number): Refusal | null {
  const { phase } = checkIn.room
  switch (phase.kind) {
    case 'waiting':
      return { code: 'not_open' }
    case 'frozen':
      return { code: 'frozen' }
    case 'ended':
      return { code: 'ended' }
    case 'running':
      if (phase.floor.kind === 'breath') return { code: 'between_turns' }
      if (phase.floor.holder !== by) return { code: 'not_holder' }
      return phase.floor.turn === turn ? null : { code: 'stale_turn' }
  }
}

/** Who has a live device. While the check-in runs, the clock waits for whoever is missing. */
export function presence(checkIn: CheckIn, present: Quiet['present'], now: Instant): Change {
  const quiet: Quiet = { ...checkIn.quiet, present: { a: present.a, b: present.b } }
  const after: CheckIn = { ...checkIn, quiet }
  const { phase } = checkIn.room
  if (phase.kind !== 'running') return committed(after, [])

  const clock = bothPresent(quiet) ? 'running' : 'stopped'
  if (clock === phase.clock) return committed(after, [])
  return committed(withPhase(after, { ...phase, clock, asOf: now }), [
    { type: clock === 'running' ? 'clockStarted' : 'clockStopped' },
  ])
}

function withFloor(checkIn: CheckIn, running: Running): CheckIn {
  const { kind, turn } = running.floor
  return { ...checkIn, room: { ...checkIn.room, phase: running, turns: kind === 'breath' ? turn - 1 : turn } }
}
