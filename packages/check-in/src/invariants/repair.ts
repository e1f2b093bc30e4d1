import type { Talk } from '../repair.ts'
import type { CheckIn, Seat } from '../types.ts'
import { type Case, eventsOf, floorOf, problem } from './case.ts'

type Room = CheckIn['room']

/** Nobody is asked to make something right: whoever does it says so, and goes on only with what was left. */
export function repairIsAnOffer({ before, step, command }: Case): string[] {
  const { repair } = step.checkIn.room.plan
  if (repair === null || command.by === 'server' || eventsOf(step, 'planned').length === 0) return []
  const { talk } = before.room
  const goesOn = talk?.kind === 'left' && talk.by === repair.by && talk.turns === repair.done
  return [
    ...problem(repair.done === 0 && repair.by !== command.by, 'RT1: a repair talk demanded of the other'),
    ...problem(repair.done > 0 && !goesOn, 'RT6: going on with what nobody left'),
  ]
}

/** Law 2: only people cause a freeze; this one takes both, and comes with their opening and nowhere else. */
export function aBreatherIsBothsYes({ before, step }: Case): string[] {
  const [was, is] = [before.room.phase, step.checkIn.room.phase]
  const breatherMs = is.kind === 'frozen' && was.kind !== 'frozen' ? is.breatherMs : null
  const opened = eventsOf(step, 'opened').length > 0
  const agreedMs = opened ? (before.room.plan.repair?.breatherMs ?? null) : null
  return [
    ...problem(breatherMs !== agreedMs, 'RT3: a breather that is not the one both said yes to'),
    ...problem(
      breatherMs !== null && is.kind === 'frozen' && is.cooldownMs > breatherMs,
      'RT3: nobody may be ready before the breather is over',
    ),
  ]
}

/** What the next check-in is told: as far as it came, and nothing of what came to its closing. */
export function aTalkIsKeptAsItWasLeft({ before, step, command }: Case): string[] {
  const { room } = step.checkIn
  if (eventsOf(step, 'ended').length === 0 || closes({ before, step, command })) return []
  const wanted = leftOf(before.room, step)
  return problem(!isSameTalk(room.talk, wanted), 'RT6: what is left of a talk is not what was held of it')
}

function leftOf({ plan: { repair }, talk, openedAtMs, turns, phase }: Room, step: Case['step']): Talk | null {
  const before = talk?.kind === 'left' ? talk : null
  if (openedAtMs === null || repair === null) return before
  const floor = floorOf(phase)
  if (floor?.kind === 'closing' || eventsOf(step, 'closingBegan').length > 0) return null
  const over = eventsOf(step, 'floorReleased').length + eventsOf(step, 'floorRevoked').length
  const held = repair.done + (floor?.kind === 'breath' ? turns : turns - 1) + over
  return held === 0 ? before : { kind: 'left', by: repair.by, turns: held }
}

/** One person's, and never of whoever offered it. */
export function aTalkIsClosedByTheOther(examined: Case): string[] {
  const { before, step, command } = examined
  const { talk } = step.checkIn.room
  const isNew = talk?.kind === 'closed' && before.room.talk !== talk
  if (!isNew) return problem(closes(examined), 'RT5: nothing more was said, and it goes on')
  const { plan, talk: was, openedAtMs } = before.room
  const offeredBy: Seat | null = openedAtMs === null ? (was?.by ?? null) : (plan.repair?.by ?? null)
  return [
    ...problem(!closes(examined) || talk.by !== command.by, 'RT5: closed, and nobody said so'),
    ...problem(offeredBy === null || offeredBy === talk.by, 'RT5: closed by whoever offered it'),
    ...problem(step.checkIn.room.phase.kind !== 'ended', 'RT5: closed, and it goes on'),
  ]
}

const closes = ({ step, command }: Case): boolean =>
  command.command.type === 'nothingMore' && step.outcome.kind === 'committed' && !step.repeated

function isSameTalk(one: Talk | null, other: Talk | null): boolean {
  if (one?.kind !== 'left' || other?.kind !== 'left') return one === other
  return one.by === other.by && one.turns === other.turns
}
