import { notToday, willing } from './answers.ts'
import { back, oneMinute } from './aside.ts'
import { type Change, kept, refused } from './change.ts'
import { comfort } from './comfort.ts'
import { end, notYet, pause, ready } from './freeze.ts'
import { lowerHand, raiseHand } from './hand.ts'
import { askMore, grantMore } from './more.ts'
import { nothingMore } from './nothing-more.ts'
import { pass } from './pass.ts'
import { applyPassedTime } from './passed-time.ts'
import { adopt, choose } from './plan.ts'
import { answer, more, ratherNot, sayBack } from './reflection.ts'
import type { Talk } from './repair.ts'
import { goOn, reenter } from './returning.ts'
import { presence } from './running.ts'
import { slip } from './slip.ts'
import { slow } from './slow.ts'
import { offerLine, utter } from './speech.ts'
import type {
  CheckIn,
  Command,
  Instant,
  Outcome,
  PartnerCommand,
  Plan,
  Receipt,
  Room,
  Rules,
  Seat,
  Step,
} from './types.ts'

/** A check-in nobody has answered yet. `starter` speaks first; the scheduler alternates it. */
export function newCheckIn({
  rules,
  starter,
  plan,
  talk = null,
}: {
  readonly rules: Rules
  readonly starter: Seat
  readonly plan: Plan
  readonly talk?: Talk | null
}): CheckIn {
  return {
    room: {
      seq: 0,
      rules,
      starter,
      plan,
      planEpoch: 0,
      talk,
      way: null,
      pace: 'timed',
      slower: false,
      slowedIn: null,
      redirectedIn: null,
      asides: 0,
      owedMs: { a: 0, b: 0 },
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
      zones: { a: null, b: null },
      comfort: { a: null, b: null },
      comfortAnswered: { a: false, b: false },
      back: { a: null, b: null },
      through: { a: null, b: null },
      slip: null,
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
    case 'adopt':
      return adopt(checkIn, command.command.rules, command.command.plan)
    case 'presence':
      return presence(checkIn, command.command.present, now)
    case 'tick':
      return kept(checkIn)
  }
}

function applyPartner(checkIn: CheckIn, by: Seat, command: PartnerCommand, now: Instant): Change {
  switch (command.type) {
    case 'choose':
      return choose(checkIn, by, command.plan)
    case 'willing':
      return willing(checkIn, by, command, now)
    case 'notToday':
      return notToday(checkIn, by)
    case 'pass':
      return pass(checkIn, by, command.turn)
    case 'utter':
      return utter(checkIn, by, command.turn, command.utteranceId)
    case 'handUp':
      return raiseHand(checkIn, by, command.turn)
    case 'handDown':
      return lowerHand(checkIn, by, command.turn)
    case 'askMore':
      return askMore(checkIn, by, command.turn)
    case 'grantMore':
      return grantMore(checkIn, by, command.turn)
    case 'sayBack':
      return sayBack(checkIn, by, command.turn, command.round)
    case 'ratherNot':
      return ratherNot(checkIn, by, command.turn)
    case 'answer':
      return answer(checkIn, by, command.turn, command.round, command.answer)
    case 'more':
      return more(checkIn, by, command.turn, command.more)
    case 'line':
      return offerLine(checkIn, by, command.lineId)
    case 'comfort':
      return comfort(checkIn, by, command.answer)
    case 'slow':
      return slow(checkIn)
    case 'oneMinute':
      return oneMinute(checkIn)
    case 'back':
      return back(checkIn, by, command.aside, now)
    case 'pause':
      return pause(checkIn, by, command.slippable === true, now)
    case 'ready':
      return ready(checkIn, by, command, now)
    case 'notYet':
      return notYet(checkIn, by)
    case 'slip':
      return slip(checkIn, by, command, now)
    case 'reenter':
      return reenter(checkIn, by, command, now)
    case 'goOn':
      return goOn(checkIn, by, command, now)
    case 'nothingMore':
      return nothingMore(checkIn, by, now)
    case 'end':
      return end(checkIn, now)
  }
}

function outcomeOf(change: Change, seq: number): Outcome {
  if (change.answer === 'committed') return { kind: 'committed', seq }
  if (change.answer === 'kept') return { kind: 'kept' }
  return { kind: 'refused', refusal: change.answer }
}
