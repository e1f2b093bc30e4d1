import type { Phase, ResumeProof, Seat } from '../types.ts'
import { type Case, eventsOf, problem } from './case.ts'

export function freezesOnlyGoUp({ before, step }: Case): string[] {
  const { room } = step.checkIn
  const frozenAgain = eventsOf(step, 'frozen').length
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

/** Looks come one by one, and nothing but time brings the next. */
export function looksMoveOnByThemselves({ before, step }: Case): string[] {
  const [was, is] = [before.room.phase, step.checkIn.room.phase]
  const moved = eventsOf(step, 'lookMoved')
  const from = was.kind === 'frozen' ? was.rung : 0
  const sameLook =
    was.kind !== 'frozen' || is.kind !== 'frozen' || (was.returnAtMs === is.returnAtMs && was.look === is.look)
  return [
    ...problem(was.kind !== 'frozen' && moved.length > 0, 'a look at what was not frozen'),
    ...problem(
      moved.some(({ rung }, index) => rung !== from + index + 1),
      'a look was left out, or looked at twice',
    ),
    ...problem(is.kind === 'frozen' && is.rung !== from + moved.length, 'the rung is not one per look'),
    ...problem(moved.length === 0 && !sameLook, 'I5: the return time changed without a look'),
    ...problem(
      was.kind !== 'ended' && was.kind !== 'frozen' && is.kind === 'ended' && is.setDown,
      'set down, and it was not paused',
    ),
  ]
}

function sameBreak(one: Phase, other: Phase): boolean {
  if (one.kind !== 'frozen' || other.kind !== 'frozen') return false
  return (
    one.cooldownMs === other.cooldownMs &&
    one.breatherMs === other.breatherMs &&
    one.frozenAt.wallMs === other.frozenAt.wallMs &&
    one.frozenAt.monotonicMs === other.frozenAt.monotonicMs &&
    one.frozenAt.bootId === other.frozenAt.bootId
  )
}

export function aPauseFreezes({ before, step, command }: Case): string[] {
  if (command.command.type !== 'pause' || before.room.phase.kind === 'ended') return []
  const { room, quiet } = step.checkIn
  if (room.phase.kind === 'ended' && room.phase.setDown) return [] // it came after the last look
  return [
    ...problem(step.outcome.kind !== 'committed' || room.phase.kind !== 'frozen', 'I6: a pause did not freeze'),
    ...problem(quiet.ready.a !== null || quiet.ready.b !== null, 'I6: a pause left a consent standing'),
  ]
}

export function aFreezeEndsByTwoConsentsOrTheEnd({ before, step, command }: Case): string[] {
  const { room } = step.checkIn
  // The one other way, and its own check: `aSlipTakesBoth`.
  if (eventsOf(step, 'slipped').length > 0)
    return problem(room.phase.kind === 'frozen', 'I4: a slip that lifts nothing')
  const resumes = eventsOf(step, 'resumed')
  const unfrozen = before.room.phase.kind === 'frozen' && room.phase.kind !== 'frozen' && room.phase.kind !== 'ended'
  if (!unfrozen && resumes.length === 0) {
    const forgotten = room.phase.kind === 'ended' && room.lastResume === null
    return problem(!forgotten && room.lastResume !== before.room.lastResume, 'I4: a proof of resuming without a resume')
  }

  const proof = room.lastResume
  const given = (seat: Seat): string | null => {
    const isForIt = (yes: Pick<ResumeProof, 'freezeEpoch' | 'rung'>) =>
      yes.freezeEpoch === proof?.freezeEpoch && yes.rung === proof.rung
    if (command.by === seat && command.command.type === 'ready' && isForIt(command.command)) {
      return command.command.signature
    }
    const kept = before.quiet.ready[seat]
    return kept !== null && isForIt(kept) ? kept.signature : null
  }
  return [
    ...problem(!unfrozen || resumes.length !== 1, 'I4: a resume that is not one event out of a freeze'),
    ...problem(proof?.of !== 'ready', 'I4: the proof is for something else than a resume'),
    ...problem(
      proof?.freezeEpoch !== before.room.freezeEpoch || resumes[0]?.freezeEpoch !== before.room.freezeEpoch,
      'I4: the proof is for another freeze',
    ),
    ...problem(proof?.rung !== lookedAt(before.room.phase, step), 'I4: the proof is for another look'),
    ...problem(
      proof === null || given('a') !== proof.signatures.a || given('b') !== proof.signatures.b,
      'I4: the proof is not both partners’ consent',
    ),
  ]
}

/** The rung as this step came to its own command. */
function lookedAt(phase: Phase, step: Case['step']): number {
  return (phase.kind === 'frozen' ? phase.rung : 0) + eventsOf(step, 'lookMoved').length
}
