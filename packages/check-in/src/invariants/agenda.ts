import type { CheckIn, Pace, PlannedTurn, Seat, Way } from '../types.ts'
import { type Case, eventsOf, floorOf, problem } from './case.ts'

const PACES: readonly Pace[] = ['timed', 'tenfold', 'off']

/** Opening takes two standing yeses for the plan as it is, and takes the slower pace and the way both can go. */
export function opensByTwoYesesForThisPlan({ before, step, command }: Case): string[] {
  if (eventsOf(step, 'opened').length === 0) return []
  const yes = (seat: Seat) =>
    command.by === seat && command.command.type === 'willing' ? command.command : before.quiet.willing[seat]
  const [a, b] = [yes('a'), yes('b')]
  if (a === null || b === null) return ['opened without two yeses']
  const { way, pace } = step.checkIn.room
  const ways: readonly Way[] = [a.way, b.way]
  const common = ways.every((one) => one === 'table') ? 'table' : ways.includes('written') ? 'written' : 'aloud'
  return [
    ...problem(before.room.phase.kind !== 'waiting', 'opened what was not waiting'),
    ...problem(
      a.planEpoch !== before.room.planEpoch || b.planEpoch !== before.room.planEpoch,
      'opened by a yes to another plan',
    ),
    ...problem(way !== common, 'the way is not what both can go'),
    ...problem(
      PACES.indexOf(pace) !== Math.max(PACES.indexOf(a.pace), PACES.indexOf(b.pace)),
      'the pace is not the slower one’s (law 9)',
    ),
  ]
}

/** A plan changes while waiting only, and voids what was agreed on before. */
export function planningVoidsTheYeses({ before, step }: Case): string[] {
  if (eventsOf(step, 'planned').length === 0) return []
  const { willing } = step.checkIn.quiet
  return [
    ...problem(before.room.phase.kind !== 'waiting', 'planned what was not waiting'),
    ...problem(willing.a !== null || willing.b !== null, 'a yes stands for a plan of before'),
  ]
}

/** Turns come one by one, to whom the plan gives them; the closing after the last. */
export function turnsFollowThePlan({ before, step }: Case): string[] {
  const problems: string[] = []
  const { room: is } = step.checkIn
  const room = { ...is, plan: before.room.plan } // the end forgets who offered it
  let { turns } = before.room
  for (const { event } of step.events) {
    if (event.type === 'floorGranted') {
      turns += 1
      const planned = plannedIn(room, event.turn)
      problems.push(
        ...problem(event.turn !== turns, 'a turn was left out or given twice'),
        ...problem(
          planned === null || seatIn(room, planned) !== event.holder,
          'a turn that the plan gives to nobody here',
        ),
      )
    }
    if (event.type === 'closingBegan')
      problems.push(...problem(plannedIn(room, turns + 1) !== null, 'closing too early'))
    if (event.type === 'reflectionBegan')
      problems.push(...problem(plannedIn(room, event.turn)?.reflection !== true, 'a reflection the plan does not have'))
  }
  const floor = floorOf(is.phase)
  const granted = floor?.kind === 'breath' || floor?.kind === 'closing' ? floor.turn - 1 : floor?.turn
  return [
    ...problems,
    ...problem(
      room.turns !== turns || (granted !== undefined && granted !== turns),
      'the count of turns is not the floor’s',
    ),
  ]
}

/** A turn that went on after it was said back is not said back again, and nobody is asked a third time. */
export function aTurnIsSaidBackOnce({ before, step }: Case): string[] {
  const [was, is] = [floorOf(before.room.phase), floorOf(step.checkIn.room.phase)]
  const goesOn = was !== null && 'reflected' in was && was.reflected ? was.turn : null
  const isOver = eventsOf(step, 'answered').some(({ round, answer }) => round === 2 || answer === 'thatsIt')
  return [
    ...problem(
      eventsOf(step, 'reflectionBegan').some(({ turn }) => turn === goesOn),
      'a turn said back again',
    ),
    ...problem(
      eventsOf(step, 'turnContinued').length > 0 && is?.kind === 'turn' && !is.reflected,
      'a turn that goes on as if nobody had said it back',
    ),
    ...problem(isOver && is?.kind === 'reflection' && is.stage !== 'more', 'a third round'),
  ]
}

export function plannedIn({ plan, way }: CheckIn['room'], turn: number): PlannedTurn | null {
  return (way === 'table' ? plan.tableTurns : plan.turns)[turn - 1] ?? null
}

function seatIn({ starter: begins, plan }: CheckIn['room'], { by }: PlannedTurn): Seat {
  const starter = plan.repair === null ? begins : plan.repair.by
  if (by === 'starter') return starter
  return starter === 'a' ? 'b' : 'a'
}
