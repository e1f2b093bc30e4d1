import type { CheckIn, CheckInEvent, Command, Floor, Phase, Seat, Step } from './types.ts'

/** One step under examination. */
interface Case {
  readonly before: CheckIn
  readonly step: Step
  readonly command: Command
}

/**
 * What is structurally wrong with a step; empty when nothing is. Asked before every commit: a step with a problem is not
 * written, whatever the reason (I22's spirit: better stopped than wrong). It knows nothing of how `transition` works.
 */
export function invariantProblems(before: CheckIn, step: Step, command: Command): readonly string[] {
  const examined = { before, step, command }
  if (step.repeated) return repetitionChangesNothing(examined)
  return CHECKS.flatMap((check) => check(examined))
}

const CHECKS: readonly ((examined: Case) => string[])[] = [
  eventsAreNumberedInARow,
  nothingChangesWithoutAnEvent,
  refusalChangesNothingOfItsOwn,
  theFloorHasOneHolder,
  leftTimeIsWithinItsBudget,
  freezesOnlyGoUp,
  aPauseFreezes,
  aFreezeEndsByTwoConsentsOrTheEnd,
  consentsAreForThisFreeze,
  theEndIsFinal,
]

function repetitionChangesNothing({ before, step }: Case): string[] {
  return [
    ...problem(step.checkIn !== before, 'I9: a repeated command changed the check-in'),
    ...problem(step.events.length > 0, 'I9: a repeated command made events'),
  ]
}

function eventsAreNumberedInARow({ before, step }: Case): string[] {
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

function nothingChangesWithoutAnEvent({ before, step }: Case): string[] {
  const planned = step.events.some(({ event }) => event.type === 'planned')
  const rehearses = before.room.plan.practice && step.events.some(({ event }) => event.type === 'opened')
  return [
    ...problem(step.events.length === 0 && step.checkIn.room !== before.room, 'I12: the room changed without an event'),
    ...problem(!planned && !rehearses && step.checkIn.room.rules !== before.room.rules, 'the rules changed'),
    ...problem(!planned && step.checkIn.room.plan !== before.room.plan, 'the plan changed'),
    ...problem(step.checkIn.room.starter !== before.room.starter, 'the starter changed'),
  ]
}

const MADE_BY_TIME: readonly CheckInEvent['type'][] = [
  'slowed',
  'floorGranted',
  'graceBegan',
  'floorRevoked',
  'reflectionBegan',
  'closingBegan',
]

function refusalChangesNothingOfItsOwn({ before, step }: Case): string[] {
  if (step.outcome.kind !== 'refused') return []
  return [
    ...problem(
      step.events.some(({ event }) => !MADE_BY_TIME.includes(event.type)),
      'a refused command made an event',
    ),
    ...problem(
      step.checkIn.quiet !== before.quiet && !step.events.some(({ event }) => event.type === 'floorGranted'),
      'a refused command changed the quiet part',
    ),
  ]
}

/** Walks the floor through the events: granted only when free, and only the holder speaks, releases or is revoked. */
function theFloorHasOneHolder({ before, step, command }: Case): string[] {
  const problems: string[] = []
  let holder = holderOf(before.room.phase)
  let frozen = before.room.phase.kind === 'frozen'
  const isTable = before.room.way === 'table'
  const floor = floorOf(step.checkIn.room.phase)
  for (const { event } of step.events) {
    if (event.type === 'frozen') frozen = true
    else if (event.type === 'resumed') frozen = false
    else if (frozen && event.type !== 'ended') problems.push(`I1: ${event.type} while frozen`)

    if (event.type === 'floorGranted') {
      if (holder !== null) problems.push('I2: granted while somebody holds the floor')
      holder = event.holder
    } else if ('holder' in event) {
      if (event.holder !== holder) problems.push(`I2: ${event.type} by somebody who does not hold the floor`)
      if (event.type === 'floorReleased' || event.type === 'floorRevoked') holder = null
      const forThem = command.by === event.holder || isTable || command.command.type === 'ratherNot'
      if (event.type === 'floorReleased' && !forThem) problems.push('T1: released for somebody else')
    } else if (event.type === 'uttered') {
      problems.push(...problem(command.by !== event.by, 'I14: uttered for somebody else'))
      problems.push(...problem((event.kind === 'speech') !== (event.by === holder), 'I14: not the one to speak'))
      const says = floor?.kind === 'reflection' && floor.stage === 'saying'
      problems.push(...problem(event.kind === 'reflection' && !says, 'I14: the listener spoke outside of a reflection'))
    }
  }
  const shown = holderOf(step.checkIn.room.phase)
  const ended = step.checkIn.room.phase.kind === 'ended'
  if (!ended && shown !== holder) problems.push('I2: the floor is not where its events put it')
  return problems
}

/** Who has the floor, or gets it back after the freeze. */
function holderOf(phase: Phase): Seat | null {
  const floor = floorOf(phase)
  return floor !== null && 'holder' in floor ? floor.holder : null
}

function floorOf(phase: Phase): Floor | null {
  if (phase.kind === 'running') return phase.floor
  if (phase.kind === 'frozen' && phase.interrupted.kind === 'floor') return phase.interrupted.floor
  return null
}

function leftTimeIsWithinItsBudget({ before, step }: Case): string[] {
  const { phase, turns } = step.checkIn.room
  const floor = floorOf(phase)
  if (floor === null) return []
  const most = mostMs(step.checkIn.room, floor)
  const leftMs = leftMsOf(floor)
  const old = floorOf(before.room.phase)
  const oldMs = old?.kind === floor.kind && old.turn === floor.turn ? leftMsOf(old) : null
  const isAdded = step.events.some(({ event }) => event.type === 'moreGranted' || event.type === 'turnContinued')
  const grantedTurns = floor.kind === 'breath' || floor.kind === 'closing' ? floor.turn - 1 : floor.turn
  const isKept = floor.kind === 'reflection'
  return [
    ...problem((leftMs === null) !== (most === null), 'I3: time that should not run, or should'),
    ...problem(
      leftMs !== null && most !== null && !((leftMs > 0 || isKept) && leftMs <= most),
      'I3: left time outside its budget',
    ),
    ...problem(oldMs !== null && leftMs !== null && leftMs > oldMs && !isAdded, 'I3: left time grew'),
    ...problem(
      oldMs !== null && leftMs !== oldMs && before.room.phase.kind === 'frozen',
      'I15: left time is not what was interrupted',
    ),
    ...problem(turns !== grantedTurns, 'the count of turns is not the floor’s'),
    ...problem(turns < before.room.turns, 'the count of turns went down'),
  ]
}

function leftMsOf(floor: Floor): number | null {
  return floor.kind === 'closing' ? null : floor.leftMs
}

function mostMs({ rules, pace, slower }: CheckIn['room'], floor: Floor): number | null {
  switch (floor.kind) {
    case 'breath':
      return rules.breathMs * (slower ? 2 : 1)
    case 'grace':
      return rules.graceMs * (pace === 'tenfold' ? 10 : 1)
    case 'turn':
    case 'reflection':
      return floor.wholeMs
    case 'closing':
      return null
  }
}

function freezesOnlyGoUp({ before, step }: Case): string[] {
  const { room } = step.checkIn
  const frozenAgain = step.events.filter(({ event }) => event.type === 'frozen').length
  const stays = before.room.phase.kind === 'frozen' && room.phase.kind === 'frozen'
  return [
    ...problem(room.freezeEpoch !== before.room.freezeEpoch + frozenAgain, 'I6: the freeze epoch is not one per pause'),
    ...problem(
      room.phase.kind === 'frozen' && room.phase.freezeEpoch !== room.freezeEpoch,
      'I6: the freeze is of another epoch',
    ),
    ...problem(stays && !sameBreak(before.room.phase, room.phase), 'I5: the break changed while it lasted'),
  ]
}

function sameBreak(one: Phase, other: Phase): boolean {
  if (one.kind !== 'frozen' || other.kind !== 'frozen') return false
  return (
    one.cooldownMs === other.cooldownMs &&
    one.returnAtMs === other.returnAtMs &&
    one.frozenAt.wallMs === other.frozenAt.wallMs &&
    one.frozenAt.monotonicMs === other.frozenAt.monotonicMs &&
    one.frozenAt.bootId === other.frozenAt.bootId
  )
}

function aPauseFreezes({ before, step, command }: Case): string[] {
  if (command.command.type !== 'pause' || before.room.phase.kind === 'ended') return []
  const { room, quiet } = step.checkIn
  return [
    ...problem(step.outcome.kind !== 'committed' || room.phase.kind !== 'frozen', 'I6: a pause did not freeze'),
    ...problem(quiet.ready.a !== null || quiet.ready.b !== null, 'I6: a pause left a consent standing'),
  ]
}

function aFreezeEndsByTwoConsentsOrTheEnd({ before, step, command }: Case): string[] {
  const { room } = step.checkIn
  const resumes = step.events.flatMap(({ event }) => (event.type === 'resumed' ? [event] : []))
  const unfrozen = before.room.phase.kind === 'frozen' && room.phase.kind !== 'frozen' && room.phase.kind !== 'ended'
  if (!unfrozen && resumes.length === 0) {
    const forgotten = room.phase.kind === 'ended' && room.lastResume === null
    return problem(!forgotten && room.lastResume !== before.room.lastResume, 'I4: a proof of resuming without a resume')
  }

  const proof = room.lastResume
  const given = (seat: Seat): string | null => {
    if (command.by === seat && command.command.type === 'ready' && command.command.freezeEpoch === proof?.freezeEpoch) {
      return command.command.signature
    }
    const kept = before.quiet.ready[seat]
    return kept?.freezeEpoch === proof?.freezeEpoch ? (kept?.signature ?? null) : null
  }
  return [
    ...problem(!unfrozen || resumes.length !== 1, 'I4: a resume that is not one event out of a freeze'),
    ...problem(
      proof?.freezeEpoch !== before.room.freezeEpoch || resumes[0]?.freezeEpoch !== before.room.freezeEpoch,
      'I4: the proof is for another freeze',
    ),
    ...problem(
      proof === null || given('a') !== proof.signatures.a || given('b') !== proof.signatures.b,
      'I4: the proof is not both partners’ consent',
    ),
  ]
}

function consentsAreForThisFreeze({ step }: Case): string[] {
  const { room, quiet } = step.checkIn
  const consents = [quiet.ready.a, quiet.ready.b].flatMap((consent) => (consent === null ? [] : [consent]))
  const epoch = room.phase.kind === 'frozen' ? room.phase.freezeEpoch : null
  return [
    ...problem(
      consents.some(({ freezeEpoch }) => freezeEpoch !== epoch),
      'I4: a consent stands for no freeze of now',
    ),
    ...problem(consents.length === 2, 'I4: both consented and nothing resumed'),
    ...problem(
      room.phase.kind !== 'waiting' && (quiet.willing.a !== null || quiet.willing.b !== null),
      'a yes for today stands outside of waiting',
    ),
  ]
}

function theEndIsFinal({ before, step }: Case): string[] {
  if (before.room.phase.kind === 'ended') {
    return [
      ...problem(step.events.length > 0 || step.checkIn.room !== before.room, 'I16: something happened after the end'),
      ...problem(step.outcome.kind !== 'refused', 'I16: accepted after the end'),
    ]
  }
  const last = step.events.at(-1)?.event.type
  const ended = step.events.filter(({ event }) => event.type === 'ended').length
  const { phase } = step.checkIn.room
  return [
    ...problem((phase.kind === 'ended') !== (last === 'ended') || ended > 1, 'I16: the end is not the last event'),
  ]
}

function problem(found: boolean, text: string): string[] {
  return found ? [text] : []
}
