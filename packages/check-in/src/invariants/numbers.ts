import type { CheckInEvent, Quiet, Rules } from '../types.ts'
import { type Case, eventsOf, problem } from './case.ts'

export function repetitionChangesNothing({ before, step }: Case): string[] {
  return [
    ...problem(step.checkIn !== before, 'I9: a repeated command changed the check-in'),
    ...problem(step.events.length > 0, 'I9: a repeated command made events'),
  ]
}

export function eventsAreNumberedInARow({ before, step }: Case): string[] {
  const first = before.room.seq + 1
  return [
    ...problem(
      step.events.some(({ seq }, index) => seq !== first + index),
      'I12: event numbers have a gap',
    ),
    ...problem(step.checkIn.room.seq !== before.room.seq + step.events.length, 'I12: seq is not the last event'),
    ...problem(
      step.outcome.kind === 'committed' && step.outcome.seq !== step.checkIn.room.seq,
      'I12: the answer names another seq',
    ),
  ]
}

/** Each part of the room has its own events, and stands still without them. */
export function nothingChangesWithoutItsEvent(examined: Case): string[] {
  const { before, step } = examined
  const [was, is] = [before.room, step.checkIn.room]
  const happened = (...types: CheckInEvent['type'][]) => types.some((type) => eventsOf(step, type).length > 0)
  return [
    ...problem(step.events.length === 0 && is !== was, 'I12: the room changed without an event'),
    ...problem(is.starter !== was.starter, 'the starter changed'),
    ...problem(!happened('planned', 'ended') && is.plan !== was.plan, 'the plan changed'),
    ...problem(!happened('ended') && is.talk !== was.talk, 'what the last talk came to changed'),
    ...problem(!happened('planned') && is.rules !== was.rules && !rehearses(examined), 'the rules changed'),
    ...problem(is.planEpoch !== was.planEpoch + eventsOf(step, 'planned').length, 'the plan epoch is not one per plan'),
    ...problem(
      !happened('opened') && (is.way !== was.way || is.pace !== was.pace || is.openedAtMs !== was.openedAtMs),
      'way, pace or opening changed',
    ),
    ...problem(is.slower !== (was.slower || happened('slowed')), 'slower without its event, or no longer'),
    ...problem(
      is.slowedIn !== was.slowedIn && !happened('slowed') && is.phase.kind !== 'ended',
      'slow in another turn without its event',
    ),
    ...problem(
      is.redirectedIn !== was.redirectedIn && !happened('redirected') && is.phase.kind !== 'ended',
      'another topic without its event',
    ),
    ...problem(is.asides !== was.asides + eventsOf(step, 'asideBegan').length, 'the asides are not one per minute'),
  ]
}

/** A practice that opens has a shorter break, and nothing else of its own. */
function rehearses({ before, step }: Case): boolean {
  const [was, is] = [before.room, step.checkIn.room]
  const { cooldownMs, ...others } = is.rules
  return (
    eventsOf(step, 'opened').length > 0 &&
    is.plan.practice &&
    cooldownMs <= was.rules.cooldownMs &&
    Object.entries(others).every(([rule, ms]) => was.rules[rule as keyof Rules] === ms)
  )
}

const MADE_BY_TIME: readonly CheckInEvent['type'][] = [
  'slowed',
  'floorGranted',
  'graceBegan',
  'floorRevoked',
  'reflectionBegan',
  'closingBegan',
  'lookMoved',
  'slipLapsed',
]

export function refusalChangesNothingOfItsOwn({ before, step }: Case): string[] {
  if (step.outcome.kind !== 'refused') return []
  const [was, is] = [before.quiet, step.checkIn.quiet]
  const granted = eventsOf(step, 'floorGranted').length > 0 // and with it the comfort answers were taken up
  const looked = eventsOf(step, 'lookMoved').length > 0 // and with it the consents went
  const { phase } = step.checkIn.room
  const forgot = was.slip !== null && is.slip === null // who could have called a slip, in its time
  const isSetDown = phase.kind === 'ended' && phase.setDown
  return [
    ...problem(
      step.events.some(({ event }) => !MADE_BY_TIME.includes(event.type) && !(event.type === 'ended' && isSetDown)),
      'a refused command made an event',
    ),
    ...problem(
      is !== was &&
        !isSetDown &&
        !(granted && is.comfort.a === null && is.comfort.b === null) &&
        !(looked && is.ready.a === null && is.ready.b === null) &&
        !(forgot && isSameQuiet({ ...was, slip: null }, is)),
      'a refused command changed the quiet part',
    ),
  ]
}

const isSameQuiet = (one: Quiet, other: Quiet): boolean =>
  (Object.keys(one) as (keyof Quiet)[]).every((part) => one[part] === other[part])
