import { expect, test } from 'vitest'
import {
  type CheckIn,
  type CheckInEvent,
  type Command,
  type Floor,
  invariantProblems,
  type PartnerCommand,
  type Seat,
  type Step,
  transition,
} from '../src/index.ts'
import { at, Hand, RULES, SAID_BACK, turnOf, YES } from './support.ts'

interface Sample {
  readonly before: CheckIn
  readonly command: Command
  readonly step: Step
}

function sample(hand: Hand, command: Command): Sample {
  return { before: hand.checkIn, command, step: transition(hand.checkIn, command, at(hand.nowMs), null) }
}

const PAUSE: Command = { by: 'a', commandId: 'p', command: { type: 'pause' } }
const UTTER: Command = { by: 'a', commandId: 'u', command: { type: 'utter', turn: 1, utteranceId: 'u' } }
const TICK: Command = { by: 'server', command: { type: 'tick' } }

/** Each sample is sound; each forgery of it must be noticed. */
function forged({ before, command, step }: Sample, forge: (step: Step) => Step): readonly string[] {
  expect(invariantProblems(before, step, command)).toEqual([])
  return invariantProblems(before, forge(step), command)
}

function withRoom(step: Step, room: Partial<CheckIn['room']>): Step {
  return { ...step, checkIn: { ...step.checkIn, room: { ...step.checkIn.room, ...room } } }
}

test('[IN1] a gap in seq is noticed', () => {
  const speaking = sample(new Hand().inTurn(), UTTER)
  expect(forged(speaking, (step) => withRoom(step, { seq: step.checkIn.room.seq + 1 }))).not.toEqual([])
  const skipped = forged(speaking, (step) => ({
    ...step,
    events: step.events.map((one) => ({ ...one, seq: one.seq + 1 })),
  }))
  expect(skipped).not.toEqual([])
})

test('[IN1] a change without an event is noticed', () => {
  expect(forged(sample(new Hand().inTurn(), TICK), (step) => withRoom(step, { turns: 7 }))).not.toEqual([])
})

test('[IN1] a floor that is not where its events put it is noticed', () => {
  const speaking = sample(new Hand().inTurn(), UTTER)
  const stolen = forged(speaking, (step) => {
    const { phase } = step.checkIn.room
    if (phase.kind !== 'running' || !('holder' in phase.floor)) throw new Error('not in a turn')
    return withRoom(step, { phase: { ...phase, floor: { ...phase.floor, holder: 'b' } } })
  })
  expect(stolen).toContain('I2: the floor is not where its events put it')
})

test('[IN1] left time that grows, runs below zero or is no number is noticed', () => {
  const hand = new Hand().inTurn().after(1000)
  hand.apply({ ...UTTER, commandId: 'earlier' }, at(hand.nowMs))
  const speaking = sample(hand, UTTER)
  for (const leftMs of [RULES.turnMs, RULES.turnMs + 1, 0, -1, Number.NaN]) {
    const problems = forged(speaking, (step) => {
      const { phase } = step.checkIn.room
      if (phase.kind !== 'running' || phase.floor.kind !== 'turn') throw new Error('not in a turn')
      return withRoom(step, { phase: { ...phase, floor: { ...phase.floor, leftMs } } })
    })
    expect(problems.join(), String(leftMs)).toContain('I3')
  }
})

test('[IN1] a pause that does not freeze, or leaves a consent standing, is noticed', () => {
  const pausing = sample(new Hand().inTurn(), PAUSE)
  expect(forged(pausing, (step) => withRoom(step, { freezeEpoch: 0 }))).not.toEqual([])
  expect(forged(pausing, (step) => withRoom(step, { phase: pausing.before.room.phase }))).toContain(
    'I6: a pause did not freeze',
  )
  const consents = { a: { freezeEpoch: 1, rung: 0, signature: 'a' }, b: null }
  const standing = forged(pausing, (step) => ({
    ...step,
    checkIn: { ...step.checkIn, quiet: { ...step.checkIn.quiet, ready: consents } },
  }))
  expect(standing).toContain('I6: a pause left a consent standing')
})

test('[IN1] a renewed freeze that shortens the break is noticed', () => {
  const renewing = sample(new Hand().inTurn().paused().after(1000), PAUSE)
  const shortened = forged(renewing, (step) => {
    const { phase } = step.checkIn.room
    if (phase.kind !== 'frozen') throw new Error('not frozen')
    return withRoom(step, { phase: { ...phase, cooldownMs: 1 } })
  })
  expect(shortened).toContain('I5: the break changed while it lasted')
})

test('[IN1] a resume without both signatures, or of another freeze, is noticed', () => {
  const hand = new Hand().inTurn().paused().after(RULES.cooldownMs)
  hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'A' })
  const command: Command = {
    by: 'b',
    commandId: 'r',
    command: { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'B' },
  }
  const resuming = sample(hand, command)
  for (const lastResume of [
    null,
    { of: 'ready' as const, freezeEpoch: 0, rung: 0, signatures: { a: 'A', b: 'B' } },
    { of: 'ready' as const, freezeEpoch: 1, rung: 0, signatures: { a: 'B', b: 'B' } },
    { of: 'ready' as const, freezeEpoch: 1, rung: 0, signatures: { a: 'A', b: 'A' } },
    { of: 'slip' as const, freezeEpoch: 1, rung: 0, signatures: { a: 'A', b: 'B' } },
  ]) {
    expect(forged(resuming, (step) => withRoom(step, { lastResume })).join()).toContain('I4')
  }
})

test('[IN1] anything after the end is noticed', () => {
  const hand = new Hand().inTurn()
  hand.do('a', { type: 'end' })
  const after = sample(hand, PAUSE)
  const revived = forged(after, (step) => withRoom(step, { phase: { kind: 'waiting' } }))
  expect(revived).toContain('I16: something happened after the end')
})

test('[IN1] a repetition that changes something is noticed', () => {
  const hand = new Hand().inTurn()
  const repeated = transition(hand.checkIn, PAUSE, at(hand.nowMs), { kind: 'committed', seq: 2 })
  expect(invariantProblems(hand.checkIn, repeated, PAUSE)).toEqual([])
  expect(invariantProblems(hand.checkIn, withRoom(repeated, { seq: 3 }), PAUSE).join()).toContain('I9')
})

const saying = () => new Hand(RULES, 'a', SAID_BACK).inTurn().does('a', { type: 'pass', turn: 1 })
const asked = () => new Hand().inTurn().does('a', { type: 'askMore', turn: 1 })
const away = () => new Hand().inTurn().does('a', { type: 'oneMinute' })

function by(seat: Seat, command: PartnerCommand): Command {
  return { by: seat, commandId: 'forged', command }
}

function withFloor(step: Step, floor: Floor): Step {
  const { phase } = step.checkIn.room
  if (phase.kind !== 'running') throw new Error('not running')
  return withRoom(step, { phase: { ...phase, floor } })
}

function withQuiet(step: Step, quiet: Partial<CheckIn['quiet']>): Step {
  return { ...step, checkIn: { ...step.checkIn, quiet: { ...step.checkIn.quiet, ...quiet } } }
}

function withEvents(step: Step, change: (event: CheckInEvent) => CheckInEvent): Step {
  return { ...step, events: step.events.map(({ seq, event }) => ({ seq, event: change(event) })) }
}

test('[IN1] words of whoever’s moment it is not are noticed', () => {
  const asReflection = (event: CheckInEvent): CheckInEvent =>
    event.type === 'uttered' ? { ...event, by: 'b', kind: 'reflection' } : event
  const listening = forged(sample(new Hand().inTurn(), UTTER), (step) => withEvents(step, asReflection))
  expect(listening).toContain('I14: heard outside of their moment')
  expect(listening).toContain('I14: uttered for somebody else')

  const inSaying = sample(saying(), by('b', { type: 'utter', turn: 1, utteranceId: 'u' }))
  const asHolder = forged(inSaying, (step) =>
    withEvents(step, (event) => (event.type === 'uttered' ? { ...event, kind: 'speech' } : event)),
  )
  expect(asHolder).toContain('I14: the listener’s words as the holder’s')
  const answering = forged(inSaying, (step) => {
    const { phase } = step.checkIn.room
    if (phase.kind !== 'running' || phase.floor.kind !== 'reflection') throw new Error('not reflecting')
    return withFloor(step, { ...phase.floor, stage: 'answering' })
  })
  expect(answering).toContain('I14: heard outside of their moment')
})

test('[IN1] a line outside of the closing is noticed', () => {
  const offered = forged(sample(new Hand().inTurn(), UTTER), (step) =>
    withEvents(step, () => ({ type: 'lineOffered', by: 'a', lineId: 'l' })),
  )
  expect(offered).toContain('I14: a line outside of the closing')
})

test('[IN1] what the other one, or the server, did for somebody is noticed', () => {
  const { before, step } = sample(new Hand().inTurn(), by('a', { type: 'pass', turn: 1 }))
  for (const command of [by('b', { type: 'pass', turn: 1 }), TICK]) {
    expect(invariantProblems(before, step, command)).toContain('I14: floorReleased for somebody else')
  }
  const given = sample(asked(), by('b', { type: 'grantMore', turn: 1 }))
  expect(invariantProblems(given.before, given.step, by('a', { type: 'grantMore', turn: 1 }))).toContain(
    'I14: moreGranted for somebody else',
  )
})

test('[IN1] opening without two yeses, to another plan, in another way or faster is noticed', () => {
  const hand = new Hand().does('a', { ...YES, pace: 'tenfold', way: 'written' })
  const opening = sample(hand, by('b', YES))
  const { before, step, command } = opening
  const alone = { ...before, quiet: { ...before.quiet, willing: { a: null, b: null } } }
  expect(invariantProblems(alone, step, command)).toContain('opened without two yeses')
  const old = { ...before, room: { ...before.room, planEpoch: 1 } }
  expect(invariantProblems(old, step, command)).toContain('opened by a yes to another plan')
  expect(forged(opening, (one) => withRoom(one, { way: 'aloud' }))).toContain('the way is not what both can go')
  expect(forged(opening, (one) => withRoom(one, { pace: 'timed' }))).toContain(
    'the pace is not the slower one’s (law 9)',
  )
})

test('[IN1] a shorter break outside of a practice is noticed', () => {
  const shorter = { rules: { ...RULES, cooldownMs: 1 } }
  expect(forged(sample(new Hand().does('a', YES), by('b', YES)), (step) => withRoom(step, shorter))).toContain(
    'the rules changed',
  )
})

test('[IN1] a plan that changes without its event, or leaves a yes standing, is noticed', () => {
  const { before, step, command } = sample(new Hand().does('a', YES), by('b', { type: 'choose', plan: SAID_BACK }))
  expect(invariantProblems(before, withQuiet(step, { willing: before.quiet.willing }), command)).toContain(
    'a yes stands for a plan of before',
  )
  expect(forged(sample(new Hand().inTurn(), UTTER), (one) => withRoom(one, { plan: SAID_BACK }))).toContain(
    'the plan changed',
  )
})

test('[IN1] a turn for nobody the plan names, left out, or a closing too early is noticed', () => {
  const hand = new Hand().opened().after(RULES.breathMs)
  const other = forged(sample(hand, TICK), (step) =>
    withFloor(
      withEvents(step, (event) => (event.type === 'floorGranted' ? { ...event, holder: 'b' } : event)),
      turnOf('b', 1, RULES.turnMs),
    ),
  )
  expect(other).toContain('a turn that the plan gives to nobody here')
  const skipped = forged(sample(hand, TICK), (step) =>
    withFloor(
      withEvents(step, (event) => (event.type === 'floorGranted' ? { ...event, turn: 3 } : event)),
      turnOf('a', 3, RULES.turnMs),
    ),
  )
  expect(skipped).toContain('a turn was left out or given twice')
  const passing = sample(new Hand().inTurn(), by('a', { type: 'pass', turn: 1 }))
  const early = forged(passing, (step) => ({
    ...step,
    events: [...step.events, { seq: step.events.length + 1, event: { type: 'closingBegan', turn: 2 } }],
  }))
  expect(early).toContain('closing too early')
})

test('[IN1] a turn said back again, or a third time, is noticed', () => {
  const passing = sample(new Hand(RULES, 'a', SAID_BACK).inTurn(), by('a', { type: 'pass', turn: 1 }))
  const { phase } = passing.before.room
  if (phase.kind !== 'running' || phase.floor.kind !== 'turn') throw new Error('not in a turn')
  const floor = { ...phase.floor, reflected: true }
  const saidBack = { ...passing.before, room: { ...passing.before.room, phase: { ...phase, floor } } }
  expect(invariantProblems(saidBack, passing.step, passing.command)).toContain('a turn said back again')

  const answering = saying().does('b', { type: 'sayBack', turn: 1, round: 1 })
  const done = sample(answering, by('a', { type: 'answer', turn: 1, round: 1, answer: 'thatsIt' }))
  const again = forged(done, (step) => {
    const { phase } = step.checkIn.room
    if (phase.kind !== 'running' || phase.floor.kind !== 'reflection') throw new Error('not reflecting')
    return withFloor(step, { ...phase.floor, stage: 'saying', round: 2 })
  })
  expect(again).toContain('a third round')
})

test('[IN1] time that only one gets, more than was asked for or than was planned is noticed', () => {
  const granting = sample(asked(), by('b', { type: 'grantMore', turn: 1 }))
  expect(forged(granting, (step) => withRoom(step, { owedMs: { a: 0, b: 0 } }))).toContain(
    'T6: what is owed is not what was given',
  )
  const longer = forged(granting, (step) => withFloor(step, { ...turnOf('a', 1, 1), wholeMs: 5 * RULES.turnMs }))
  expect(longer).toContain('T6: a turn of another budget')
  const { step, command } = granting
  expect(invariantProblems(new Hand().inTurn().checkIn, step, command)).toContain('T3: more time that nobody asked for')
  const twice = (event: CheckInEvent): CheckInEvent =>
    event.type === 'moreGranted' ? { ...event, addedMs: 2 * RULES.turnMs } : event
  expect(forged(granting, (one) => withEvents(one, twice))).toContain('T3: more time than the turn was planned with')
})

test('[IN1] a minute that one ends, or in which something goes on, is noticed', () => {
  const hand = away().does('a', { type: 'back', aside: 1 })
  const ending = sample(hand, by('b', { type: 'back', aside: 1 }))
  const nobody = { ...ending.before, quiet: { ...ending.before.quiet, back: { a: null, b: null } } }
  expect(invariantProblems(nobody, ending.step, ending.command)).toContain('a minute ended before both were back')

  const speaking = sample(new Hand().inTurn(), UTTER)
  const { room } = speaking.before
  if (room.phase.kind !== 'running') throw new Error('not running')
  const aside = { ...speaking.before, room: { ...room, phase: { ...room.phase, clock: 'aside' as const } } }
  expect(invariantProblems(aside, speaking.step, UTTER)).toContain('something went on during a minute')
})

test('[IN1] slower by nobody, at the moment of an answer, or kept beyond its turn is noticed', () => {
  const hand = new Hand().inTurn().does('b', { type: 'comfort', answer: 'slower' }).does('a', { type: 'pass', turn: 1 })
  const slowing = sample(hand.after(RULES.breathMs), TICK)
  const fine = { ...slowing.before, quiet: { ...slowing.before.quiet, comfort: { a: null, b: null } } }
  expect(invariantProblems(fine, slowing.step, TICK)).toContain('slower, and nobody asked for it')
  expect(forged(slowing, (step) => ({ ...step, events: step.events.toReversed() }))).toContain(
    'slower at the moment of an answer',
  )
  expect(forged(slowing, (step) => withQuiet(step, { comfort: slowing.before.quiet.comfort }))).toContain(
    'a comfort answer outlived its turn',
  )
})

test('[IN1] slow that slows nothing, in another turn, or remembered after the end is noticed', () => {
  const said = sample(new Hand().inTurn(), by('b', { type: 'slow' }))
  expect(forged(said, (step) => withRoom(step, { slower: false }))).toContain('slow was said and nothing is slower')
  const passed = sample(new Hand().inTurn(), by('a', { type: 'pass', turn: 1 }))
  expect(forged(passed, (step) => withRoom(step, { slowedIn: 1 }))).toContain('slow in another turn without its event')
  const ending = sample(new Hand().inTurn(), by('a', { type: 'end' }))
  expect(forged(ending, (step) => withRoom(step, { slowedIn: 1 }))).toContain(
    'law 6: when somebody said slow outlived the end',
  )
})

test('[IN1] having answered for somebody else, or not any more, is noticed', () => {
  const answering = sample(new Hand().inTurn(), by('b', { type: 'comfort', answer: 'fine' }))
  for (const comfortAnswered of [
    { a: true, b: true },
    { a: false, b: false },
  ]) {
    expect(forged(answering, (step) => withQuiet(step, { comfortAnswered }))).toContain(
      'answered how it is by somebody else, or not any more',
    )
  }
})

test('[IN1] a private answer that outlives what it was for is noticed', () => {
  const pausing = sample(away().does('a', { type: 'back', aside: 1 }), PAUSE)
  expect(forged(pausing, (step) => withQuiet(step, { back: pausing.before.quiet.back }))).toContain(
    'somebody is back from no minute of now',
  )
  const ending = sample(new Hand().inTurn(), by('a', { type: 'end' }))
  expect(forged(ending, (step) => withQuiet(step, { comfort: { a: 'slower', b: null } }))).toContain(
    'law 6: a private answer outlived the end',
  )
  expect(forged(ending, (step) => withRoom(step, { owedMs: { a: 0, b: 1_000 } }))).toContain(
    'law 6: who was given more time outlived the end',
  )
})

/** In the starter's turn, paused, both ready, and a has said a line. */
function comingBack(): Hand {
  const hand = new Hand().inTurn().paused().comingBack()
  return hand.does('a', hand.reenter({ lineId: 'A', another: true }))
}

function reentering(hand: Hand, more: Partial<Extract<PartnerCommand, { type: 'reenter' }>> = {}): Sample {
  return sample(hand, { by: 'b', commandId: 'r', command: hand.reenter(more) })
}

test('[IN1] a floor that is there before both came back to it, or another than was interrupted, is noticed', () => {
  const answering = sample(new Hand().inTurn().paused().comingBack(), {
    by: 'a',
    commandId: 'r',
    command: { type: 'reenter', freezeEpoch: 1, lineId: 'A', another: false },
  })
  const { phase } = answering.before.room
  if (phase.kind !== 'returning') throw new Error('not coming back')
  const running = { kind: 'running', floor: phase.floor, clock: 'running', asOf: phase.asOf } as const
  expect(forged(answering, (step) => withRoom(step, { phase: running }))).toContain(
    'went on without the other, and before their time was over',
  )
  const other = { ...phase, floor: turnOf('b', 1, 1) }
  expect(forged(answering, (step) => withRoom(step, { phase: other }))).toContain(
    'I15: the floor changed while both came back',
  )
})

test('[IN1] a line that is shown alone, withheld, or somebody else’s is noticed', () => {
  const hand = comingBack()
  const shown = reentering(hand, { lineId: 'B' })
  const onlyOne = forged(shown, (step) => ({ ...step, events: step.events.slice(0, 1) }))
  const swapped = forged(shown, (step) => ({
    ...step,
    events: step.events.map((one) => ({ ...one, event: { type: 'reentered', by: 'a', lineId: 'B' } as const })),
  }))
  for (const problems of [onlyOne, swapped]) {
    expect(problems).toContain('law 5: the lines that are shown are not those that both said by then')
  }
})

test('[IN1] another topic without two yeses is noticed', () => {
  const redirecting = reentering(comingBack(), { another: true })
  const once = { ...redirecting, command: reentering(comingBack()).command }
  expect(invariantProblems(once.before, once.step, once.command)).toContain('law 5: another topic without two yeses')
  expect(forged(redirecting, (step) => withRoom(step, { redirectedIn: 7 }))).toContain('another topic in another turn')
})

test('[IN1] an answer that outlives its stage is noticed', () => {
  const moved = reentering(comingBack(), { lineId: 'B' })
  const standing = forged(moved, (step) => ({
    ...step,
    checkIn: { ...step.checkIn, quiet: { ...step.checkIn.quiet, through: moved.before.quiet.through } },
  }))
  expect(standing).toContain('an answer stands for no return of now')
})

const GESTURE: PartnerCommand = { type: 'pause', slippable: true }
const slipBy = (by: Seat): PartnerCommand => ({ type: 'slip', freezeEpoch: 1, signature: by })
const gestured = () => new Hand().inTurn().does('a', GESTURE)

test('[IN1] a slip of nobody’s pause, of somebody else’s, or of one that froze nothing is noticed', () => {
  const slip = { by: 'a', freezeEpoch: 1, wasReturning: false, signature: null } as const
  const pausing = sample(new Hand().inTurn(), PAUSE)
  expect(forged(pausing, (step) => withQuiet(step, { slip }))).toContain('a slip without a pause that may be one')
  const gesturing = sample(new Hand().inTurn(), by('a', GESTURE))
  expect(forged(gesturing, (step) => withQuiet(step, { slip: { ...slip, by: 'b' } }))).toContain(
    'a slip of somebody else’s pause',
  )
  const renewing = sample(new Hand().inTurn().paused(), by('a', GESTURE))
  expect(forged(renewing, (step) => withQuiet(step, { slip: { ...slip, freezeEpoch: 2 } }))).toContain(
    'a slip of a pause that froze nothing',
  )
  const outlived = sample(gestured(), PAUSE)
  expect(forged(outlived, (step) => withQuiet(step, { slip: outlived.before.quiet.slip }))).toContain(
    'a slip stands for no pause of now',
  )
})

test('[IN1] a slip that is called by nobody, by the other, or too late is noticed', () => {
  const calling = sample(gestured(), by('a', slipBy('a')))
  const { before, step, command } = calling
  expect(invariantProblems(before, step, by('b', slipBy('b')))).toContain('a slip called by somebody else')
  expect(invariantProblems(before, step, TICK)).toContain('a slip called by somebody else')
  const later = forged(calling, (one) => {
    const { phase } = one.checkIn.room
    if (phase.kind !== 'frozen') throw new Error('not frozen')
    return withRoom(one, { phase: { ...phase, slip: { by: 'a', calledAt: at(30_000 + 5_000) } } })
  })
  expect(later).toContain('a slip called too late')
  expect(invariantProblems(before, { ...step, events: [] }, command)).not.toEqual([])
  const unsigned = forged(calling, (one) => withQuiet(one, { slip: before.quiet.slip }))
  expect(unsigned).toContain('a slip was called and not signed')
})

test('[IN1] a slip by one alone, unsigned, of another freeze, or that changes the floor is noticed', () => {
  const hand = gestured().does('a', slipBy('a'))
  const agreeing = sample(hand, by('b', slipBy('b')))
  const { before, step } = agreeing
  expect(invariantProblems(before, step, by('a', slipBy('b')))).toContain('I4: a slip that one person called twice')
  expect(invariantProblems(before, step, TICK)).toContain('I4: a slip that one person called twice')
  const uncalled = { ...before, quiet: { ...before.quiet, slip: null } }
  expect(invariantProblems(uncalled, step, agreeing.command)).toContain('I4: a slip that nobody had called')
  for (const lastResume of [
    null,
    { of: 'slip' as const, freezeEpoch: 1, rung: 0, signatures: { a: 'b', b: 'b' } },
    { of: 'slip' as const, freezeEpoch: 1, rung: 0, signatures: { a: 'a', b: 'a' } },
    { of: 'ready' as const, freezeEpoch: 1, rung: 0, signatures: { a: 'a', b: 'b' } },
    { of: 'slip' as const, freezeEpoch: 2, rung: 0, signatures: { a: 'a', b: 'b' } },
  ]) {
    expect(forged(agreeing, (one) => withRoom(one, { lastResume })).join()).toContain('I4')
  }
  expect(forged(agreeing, (one) => withFloor(one, turnOf('a', 1, 1))).join()).toContain('I15')
  const late = forged(agreeing, (one) => {
    const { phase } = one.checkIn.room
    if (phase.kind !== 'running') throw new Error('not running')
    return withRoom(one, { phase: { ...phase, asOf: at(5_000 + 60_000) } })
  })
  expect(late).toContain('I5: a slip after its time')
})

test('[IN1] a resume that calls itself a slip, and a slip that calls itself a resume, are noticed', () => {
  const agreeing = sample(gestured().does('a', slipBy('a')), by('b', slipBy('b')))
  const asResume = forged(agreeing, (step) => withEvents(step, () => ({ type: 'resumed', freezeEpoch: 1 })))
  expect(asResume).toContain('I4: the proof is for something else than a resume')
  const hand = new Hand().inTurn().paused().after(RULES.cooldownMs)
  hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'A' })
  const resuming = sample(hand, by('b', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'B' }))
  const asSlip = forged(resuming, (step) => withEvents(step, () => ({ type: 'slipped', freezeEpoch: 1 })))
  expect(asSlip).toContain('I4: a slip that nobody had called')
})
