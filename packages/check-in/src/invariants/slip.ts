import { mostElapsedMs } from '../time.ts'
import type { Frozen, Phase } from '../types.ts'
import { type Case, eventsOf, problem } from './case.ts'

const TO_CALL_MS = 30_000
const TO_AGREE_MS = 60_000

/** Only the pause that froze, and only one that says so, leaves the chance of a slip; nothing but time and a call changes it. */
export function aSlipBeginsWithItsPause({ before, step, command }: Case): string[] {
  const [was, is] = [before.quiet.slip, step.checkIn.quiet.slip]
  const { phase, freezeEpoch } = step.checkIn.room
  if (is === null || is === was) return []
  const pauses = command.command.type === 'pause' && command.command.slippable === true
  const isNew = was === null || was.freezeEpoch !== is.freezeEpoch
  const { signature: _given, ...chance } = is
  const { signature: _before, ...known } = was ?? is
  return [
    ...problem(isNew && !pauses, 'a slip without a pause that may be one'),
    ...problem(isNew && before.room.phase.kind === 'frozen', 'a slip of a pause that froze nothing'),
    ...problem(isNew && (is.by !== command.by || is.freezeEpoch !== freezeEpoch), 'a slip of somebody else’s pause'),
    ...problem(isNew && is.signature !== null, 'a slip that was called before it could be'),
    ...problem(
      isNew && is.wasReturning !== (before.room.phase.kind === 'returning'),
      'a slip that leads elsewhere than it came from',
    ),
    ...problem(!isNew && JSON.stringify(chance) !== JSON.stringify(known), 'a slip that became another'),
    ...problem(!isNew && phase.kind === 'frozen' && phase.slip === null, 'a slip was signed and not called'),
  ]
}

/** It stands for the first look at the freeze of now, and is called by whose it is alone. */
export function aSlipIsForNow({ step }: Case): string[] {
  const { room, quiet } = step.checkIn
  const { phase } = room
  const called = phase.kind === 'frozen' ? phase.slip : null
  const { slip } = quiet
  return [
    ...problem(
      slip !== null && (phase.kind !== 'frozen' || phase.freezeEpoch !== slip.freezeEpoch || phase.rung !== 0),
      'a slip stands for no pause of now',
    ),
    ...problem(called !== null && called.by !== slip?.by, 'a slip that was called by nobody, or by somebody else'),
    ...problem((called !== null) !== (slip !== null && slip.signature !== null), 'a slip was called and not signed'),
  ]
}

/** In its time, with its event; what it says is gone with the next pause, the next look, or by itself. */
export function aSlipIsCalledInTime({ before, step, command }: Case): string[] {
  const [was, is] = [calledIn(before.room.phase), calledIn(step.checkIn.room.phase)]
  const calls = eventsOf(step, 'slipCalled')
  const lapses = eventsOf(step, 'slipLapsed')
  const saysSo = command.command.type === 'slip' && command.by === is?.by
  const pausedOrLooked = eventsOf(step, 'frozen').length + eventsOf(step, 'lookMoved').length > 0
  const goesOnFrozen = before.room.phase.kind === 'frozen' && step.checkIn.room.phase.kind === 'frozen'
  return [
    ...problem(
      was === null && (is !== null) !== (calls.length === 1),
      'a slip called without its event, or not at all',
    ),
    ...problem(calls.length > 0 && !saysSo, 'a slip called by somebody else'),
    ...problem(
      is !== null && was === null && mostElapsedMs(frozenAtOf(step.checkIn.room.phase), is.calledAt) >= TO_CALL_MS,
      'a slip called too late',
    ),
    ...problem(was !== null && is !== null && is !== was, 'a slip called twice'),
    ...problem(
      goesOnFrozen && was !== null && is === null && lapses.length === 0 && !pausedOrLooked,
      'a slip that was called is gone without a word',
    ),
    ...problem(lapses.length > 0 && was === null, 'a slip lapsed that nobody had called'),
  ]
}

/** I4 and I5’s one exception: both signed that this very pause was a slip, one after the other, each in their time. */
export function aSlipTakesBoth({ before, step, command }: Case): string[] {
  const slipped = eventsOf(step, 'slipped')
  if (slipped.length === 0) return []
  const [was, is] = [before.room.phase, step.checkIn.room.phase]
  const called = calledIn(was)
  const proof = step.checkIn.room.lastResume
  const { slip } = before.quiet
  const says = command.by !== 'server' && command.command.type === 'slip' ? command.command : null
  return [
    ...problem(step.events.length !== 1, 'I4: a slip, and something else with it'),
    ...problem(was.kind !== 'frozen' || called === null || slip === null, 'I4: a slip that nobody had called'),
    ...problem(says === null || command.by === called?.by, 'I4: a slip that one person called twice'),
    ...problem(
      [proof?.freezeEpoch, slip?.freezeEpoch, says?.freezeEpoch, slipped[0]?.freezeEpoch].some(
        (epoch) => epoch !== before.room.freezeEpoch,
      ),
      'I4: a slip of another freeze',
    ),
    ...problem(
      proof?.of !== 'slip' ||
        command.by === 'server' ||
        slip === null ||
        proof.signatures[slip.by] !== slip.signature ||
        proof.signatures[command.by] !== says?.signature,
      'I4: the proof of a slip is not both partners’ word',
    ),
    ...problem(
      called !== null && 'asOf' in is && mostElapsedMs(called.calledAt, is.asOf) >= TO_AGREE_MS,
      'I5: a slip after its time',
    ),
    ...problem(
      JSON.stringify(interruptedBy(was)) !== JSON.stringify(shownIn(is)),
      'I15: a slip that changed the floor',
    ),
    ...problem((is.kind === 'returning') !== (slip?.wasReturning === true), 'a slip that leads elsewhere'),
  ]
}

const calledIn = (phase: Phase): Frozen['slip'] => (phase.kind === 'frozen' ? phase.slip : null)

function frozenAtOf(phase: Phase): Frozen['frozenAt'] {
  if (phase.kind !== 'frozen') throw new TypeError('only what is frozen began to be')
  return phase.frozenAt
}

const interruptedBy = (phase: Phase): unknown =>
  phase.kind === 'frozen' && phase.interrupted.kind === 'floor' ? phase.interrupted.floor : null

const shownIn = (phase: Phase): unknown => ('floor' in phase ? phase.floor : null)
