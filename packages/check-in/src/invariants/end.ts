import { type Case, eventsOf, problem } from './case.ts'

export function theEndIsFinal({ before, step }: Case): string[] {
  if (before.room.phase.kind === 'ended') {
    return [
      ...problem(step.events.length > 0 || step.checkIn.room !== before.room, 'I16: something happened after the end'),
      ...problem(step.outcome.kind !== 'refused', 'I16: accepted after the end'),
    ]
  }
  const { phase } = step.checkIn.room
  const isLast = step.events.at(-1)?.event.type === 'ended'
  return [
    ...problem(
      (phase.kind === 'ended') !== isLast || eventsOf(step, 'ended').length > 1,
      'I16: the end is not the last event',
    ),
  ]
}

/** Law 6: what was private while it lasted is not kept. */
export function theEndForgets({ step }: Case): string[] {
  const { room, quiet } = step.checkIn
  if (room.phase.kind !== 'ended') return []
  const answers = [quiet.willing, quiet.ready, quiet.comfort, quiet.back, quiet.zones, quiet.through].flatMap(
    ({ a, b }) => [a, b],
  )
  const facts = [quiet.present, quiet.comfortAnswered].flatMap(({ a, b }) => [a, b])
  return [
    ...problem(
      answers.some((answer) => answer !== null) || facts.includes(true) || quiet.slip !== null,
      'law 6: a private answer outlived the end',
    ),
    ...problem(room.owedMs.a !== 0 || room.owedMs.b !== 0, 'law 6: who was given more time outlived the end'),
    ...problem(room.slowedIn !== null, 'law 6: when somebody said slow outlived the end'),
    ...problem(room.redirectedIn !== null, 'law 6: when both took another topic outlived the end'),
    ...problem(room.plan.repair !== null, 'law 6: who offered to make something right outlived the end'),
    ...problem(room.lastResume !== null, 'law 6: the proof of a resume outlived the end'),
  ]
}
