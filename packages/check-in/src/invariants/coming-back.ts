import { elapsedMs } from '../time.ts'
import type { Seat, Through } from '../types.ts'
import { type Case, eventsOf, floorOf, problem } from './case.ts'

const SEATS: readonly Seat[] = ['a', 'b']
const LEAST_MS = { saying: 120_000, reading: 60_000 }
const WHILE_COMING_BACK: readonly string[] = ['reentered', 'redirected', 'cameBack', 'frozen', 'ended']

/** A floor that was paused is not there again before both came back to it, and then as it was. */
export function aReturnComesBeforeItsFloor({ before, step }: Case): string[] {
  const [was, is] = [before.room.phase, step.checkIn.room.phase]
  const [resumed, cameBack, slipped] = [
    eventsOf(step, 'resumed'),
    eventsOf(step, 'cameBack'),
    eventsOf(step, 'slipped'), // nobody comes back from that
  ]
  const comesBack = was.kind === 'returning'
  const floor = floorOf(is)
  return [
    ...problem(
      was.kind === 'frozen' && is.kind === 'running' && slipped.length === 0,
      'a floor that nobody came back to',
    ),
    ...problem(
      is.kind === 'returning' && !comesBack && resumed.length + slipped.length === 0,
      'coming back from no freeze',
    ),
    ...problem(comesBack && (is.kind === 'running') !== (cameBack.length === 1), 'back without its event'),
    ...problem(!comesBack && cameBack.length > 0, 'back from nowhere'),
    ...problem(comesBack && is.kind === 'returning' && is.freezeEpoch !== was.freezeEpoch, 'back from another freeze'),
    ...problem(
      is.kind === 'returning' && (floor === null || is.freezeEpoch !== step.checkIn.room.freezeEpoch),
      'coming back from another freeze than the last',
    ),
    ...problem(
      step.events.some(({ event }) => (event.type === 'reentered' || event.type === 'redirected' ? !comesBack : false)),
      'a line of coming back, and nobody comes back',
    ),
    ...problem(
      comesBack && step.events.some(({ event }) => !WHILE_COMING_BACK.includes(event.type)),
      'something went on while both came back',
    ),
    ...problem(
      comesBack && floor !== null && JSON.stringify(floor) !== JSON.stringify(was.floor),
      'I15: the floor changed while both came back',
    ),
  ]
}

/** A stage is over when both are through, or by one when both have had their time. */
export function goesOnByTwoOrAfterAWhile(examined: Case): string[] {
  const { before, step, command } = examined
  const [was, is] = [before.room.phase, step.checkIn.room.phase]
  if (was.kind !== 'returning' || is.kind === 'frozen' || is.kind === 'ended') return []
  if (is.kind === 'returning' && is.stage === was.stage) return []
  const isAsked = command.by !== 'server' && command.command.type === 'goOn'
  const passedMs = 'asOf' in is ? elapsedMs(was.asOf, is.asOf) : 0
  return [
    ...problem(
      !SEATS.every((seat) => throughOf(examined, seat) !== null) && !(isAsked && passedMs >= LEAST_MS[was.stage]),
      'went on without the other, and before their time was over',
    ),
    ...problem(is.kind === 'returning' && step.events.length === 0, 'something to read, and nothing was said'),
    ...problem(is.kind === 'returning' && was.stage === 'reading', 'back to saying'),
  ]
}

/** All that were said, when the saying is over; none before. */
export function linesAreShownTogether(examined: Case): string[] {
  const { before, step } = examined
  const [was, is] = [before.room.phase, step.checkIn.room.phase]
  const shown = eventsOf(step, 'reentered')
  if (was.kind !== 'returning' || was.stage !== 'saying')
    return problem(shown.length > 0, 'a line outside of its moment')
  const isOver = is.kind === 'running' || (is.kind === 'returning' && is.stage === 'reading')
  const said = SEATS.flatMap((by) => {
    const lineId = throughOf(examined, by)?.lineId ?? null
    return lineId === null || !isOver ? [] : [`${by} ${lineId}`]
  })
  return problem(
    said.join() !== shown.map(({ by, lineId }) => `${by} ${lineId}`).join(),
    'law 5: the lines that are shown are not those that both said by then',
  )
}

export function anotherTopicTakesTwo(examined: Case): string[] {
  const { step } = examined
  const redirected = eventsOf(step, 'redirected')
  if (redirected.length === 0) return []
  return [
    ...problem(!SEATS.every((seat) => throughOf(examined, seat)?.another), 'law 5: another topic without two yeses'),
    ...problem(step.checkIn.room.redirectedIn !== redirected[0]?.turn, 'another topic in another turn'),
  ]
}

/** Answers stand only where they can still count, and never both. */
export function throughIsForNow({ step }: Case): string[] {
  const { room, quiet } = step.checkIn
  const { phase } = room
  const standing = SEATS.flatMap((seat) => quiet.through[seat] ?? [])
  return [
    ...problem(
      standing.some(
        ({ freezeEpoch, stage }) =>
          phase.kind !== 'returning' || freezeEpoch !== phase.freezeEpoch || stage !== phase.stage,
      ),
      'an answer stands for no return of now',
    ),
    ...problem(standing.length === 2, 'both are through and it does not go on'),
  ]
}

/** What counts for this seat when the command was heard: what stood, or what it says itself. */
function throughOf({ before, command }: Case, seat: Seat): Through | null {
  const stood = before.quiet.through[seat]
  if (command.by !== seat) return stood
  const { command: said } = command
  if (said.type === 'reenter') {
    const { freezeEpoch, lineId, another } = said
    return { freezeEpoch, stage: 'saying', lineId, another }
  }
  if (said.type === 'goOn') {
    const { freezeEpoch, stage } = said
    return stood ?? { freezeEpoch, stage, lineId: null, another: false }
  }
  return stood
}
