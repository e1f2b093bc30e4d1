import type { Seat } from '../types.ts'
import { type Case, eventsOf, problem } from './case.ts'

/** A minute begins by one and ends by both, or in a freeze or the end. */
export function aMinuteEndsByBoth({ before, step, command }: Case): string[] {
  const [was, is] = [before.room.phase, step.checkIn.room.phase]
  const [wasAside, isAside] = [
    was.kind === 'running' && was.clock === 'aside',
    is.kind === 'running' && is.clock === 'aside',
  ]
  const ended = eventsOf(step, 'asideEnded')
  const saysBack =
    command.by !== 'server' && command.command.type === 'back' && command.command.aside === before.room.asides
  const isBack = (seat: Seat) =>
    (saysBack && (command.by === seat || before.room.way === 'table')) ||
    before.quiet.back[seat]?.aside === before.room.asides
  return [
    ...problem(isAside && !wasAside && eventsOf(step, 'asideBegan').length === 0, 'a minute that nobody asked for'),
    ...problem(
      wasAside && is.kind === 'running' && isAside === ended.length > 0,
      'a minute that goes on after its end, or ends without one',
    ),
    ...problem(ended.length > 0 && !(isBack('a') && isBack('b')), 'a minute ended before both were back'),
    ...problem(
      wasAside && step.events.some(({ event }) => !DURING_A_MINUTE.includes(event.type)),
      'something went on during a minute',
    ),
  ]
}

const DURING_A_MINUTE: readonly string[] = ['asideEnded', 'frozen', 'ended']

/** *Slower* is taken up with a grant, and then it is nobody's. Said openly, *slow* is the last thing of its own command. */
export function slowerIsTakenUpWithATurn({ before, step, command }: Case): string[] {
  const { a, b } = before.quiet.comfort
  const after = step.checkIn.quiet.comfort
  const saysSlow = command.command.type === 'slow' && step.outcome.kind === 'committed'
  const outlived = (seat: Seat) => after[seat] !== null && !(command.by === seat && command.command.type === 'comfort')
  const problems = step.events.flatMap(({ event }, at) => {
    if (event.type !== 'slowed' || (saysSlow && at === step.events.length - 1)) return []
    return [
      ...problem(a !== 'slower' && b !== 'slower', 'slower, and nobody asked for it'),
      ...problem(step.events[at + 1]?.event.type !== 'floorGranted', 'slower at the moment of an answer'),
    ]
  })
  return [
    ...problems,
    ...problem(saysSlow && !step.checkIn.room.slower, 'slow was said and nothing is slower'),
    ...problem(
      eventsOf(step, 'floorGranted').length > 0 && (outlived('a') || outlived('b')),
      'a comfort answer outlived its turn',
    ),
  ]
}

/** Each answers for themself, and having answered stands until the end. */
export function comfortIsAnsweredByEach({ before, step, command }: Case): string[] {
  const [was, is] = [before.quiet.comfortAnswered, step.checkIn.quiet.comfortAnswered]
  const answers = (seat: Seat) =>
    command.by === seat && command.command.type === 'comfort' && step.outcome.kind === 'kept'
  const isWrong = (seat: Seat) => is[seat] !== (was[seat] || answers(seat))
  const goesOn = step.checkIn.room.phase.kind !== 'ended'
  return problem(goesOn && (isWrong('a') || isWrong('b')), 'answered how it is by somebody else, or not any more')
}

/** Private answers stand only where they can still count. */
export function privateAnswersAreForNow({ step }: Case): string[] {
  const { room, quiet } = step.checkIn
  const { phase } = room
  const consents = [quiet.ready.a, quiet.ready.b].flatMap((consent) => (consent === null ? [] : [consent]))
  const yeses = [quiet.willing.a, quiet.willing.b].flatMap((yes) => (yes === null ? [] : [yes]))
  const backs = [quiet.back.a, quiet.back.b].flatMap((back) => (back === null ? [] : [back]))
  const [epoch, rung] = phase.kind === 'frozen' ? [phase.freezeEpoch, phase.rung] : [null, null]
  const aside = phase.kind === 'running' && phase.clock === 'aside' ? room.asides : null
  return [
    ...problem(
      consents.some((consent) => consent.freezeEpoch !== epoch || consent.rung !== rung),
      'I4: a consent stands for no freeze or look of now',
    ),
    ...problem(consents.length === 2, 'I4: both consented and nothing resumed'),
    ...problem(phase.kind !== 'waiting' && yeses.length > 0, 'a yes for today stands outside of waiting'),
    ...problem(
      yeses.some(({ planEpoch }) => planEpoch !== room.planEpoch),
      'a yes stands for a plan of before',
    ),
    ...problem(
      backs.some((back) => back.aside !== aside) || backs.length === 2,
      'somebody is back from no minute of now',
    ),
    ...problem(
      (phase.kind === 'waiting' || phase.kind === 'ended') && (quiet.comfort.a !== null || quiet.comfort.b !== null),
      'a comfort answer outside of a check-in',
    ),
  ]
}
