import { notToday, willing } from './answers.ts'
import { type Change, kept, refused } from './change.ts'
import { applyPassedTime, pass, presence, utter } from './floor.ts'
import { end, notYet, pause, ready } from './freeze.ts'
import type { CheckIn, Command, Instant, Outcome, PartnerCommand, Receipt, Room, Rules, Seat, Step } from './types.ts'

/** A check-in nobody has answered yet. `starter` speaks first; the scheduler alternates it. */
export function newCheckIn({ rules, starter }: { readonly rules: Rules; readonly starter: Seat }): CheckIn {
  return {
    room: {
      seq: 0,
      rules,
      starter,
      phase: { kind: 'waiting' },
      freezeEpoch: 0,
      openedAtMs: null,
      turns: 0,
      lastResume: null,
    },
    quiet: {
      present: { a: false, b: false },
      willing: { a: null, b: null },
      ready: { a: null, b: null },
    },
  }
}

/**
 * What one command makes of a check-in. First what time has brought about, then the command; a command that was
 * answered before (`receipt`) changes nothing and gets the same answer. The room is untouched unless something
 * happened, so that a step without events writes the quiet part at most.
 */
export function transition(checkIn: CheckIn, command: Command, now: Instant, receipt: Receipt | null): Step {
  if (receipt !== null) return { checkIn, events: [], outcome: receipt, repeated: true }

  const passed = applyPassedTime(checkIn, now)
  const change = apply(passed.checkIn, command, now)
  const happened = [...passed.events, ...change.events]
  const seq = checkIn.room.seq + happened.length
  const room: Room = happened.length === 0 ? checkIn.room : { ...change.checkIn.room, seq }
  return {
    checkIn: { room, quiet: change.checkIn.quiet },
    events: happened.map((event, index) => ({ seq: checkIn.room.seq + index + 1, event })),
    outcome: outcomeOf(change, seq),
    repeated: false,
  }
}

function apply(checkIn: CheckIn, command: Command, now: Instant): Change {
  if (checkIn.room.phase.kind === 'ended') return refused(checkIn, { code: 'ended' })
  if (command.by !== 'server') return applyPartner(checkIn, command.by, command.command, now)
  switch (command.command.type) {
    case 'presence':
      return presence(checkIn, command.command.present, now)
    case 'tick':
      return kept(checkIn)
  }
}

function applyPartner(checkIn: CheckIn, by: Seat, command: PartnerCommand, now: Instant): Change {
  switch (command.type) {
    case 'willing':
      return willing(checkIn, by, now)
    case 'notToday':
      return notToday(checkIn, by)
    case 'pass':
      return pass(checkIn, by, command.turn)
    case 'utter':
      return utter(checkIn, by, command.turn, command.utteranceId)
    case 'pause':
      return pause(checkIn, now)
    case 'ready':
      return ready(checkIn, by, command.freezeEpoch, command.signature, now)
    case 'notYet':
      return notYet(checkIn, by)
    case 'end':
      return end(checkIn, now)
  }
}

function outcomeOf(change: Change, seq: number): Outcome {
  if (change.answer === 'committed') return { kind: 'committed', seq }
  if (change.answer === 'kept') return { kind: 'kept' }
  return { kind: 'refused', refusal: change.answer }
}
