import { expect, test } from 'vitest'
import { type CheckIn, type Command, invariantProblems, type Step, transition } from '../src/index.ts'
import { at, Hand, RULES } from './support.ts'

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
  const consents = { a: { freezeEpoch: 1, signature: 'a' }, b: null }
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
  hand.do('a', { type: 'ready', freezeEpoch: 1, signature: 'A' })
  const command: Command = { by: 'b', commandId: 'r', command: { type: 'ready', freezeEpoch: 1, signature: 'B' } }
  const resuming = sample(hand, command)
  for (const lastResume of [
    null,
    { freezeEpoch: 0, signatures: { a: 'A', b: 'B' } },
    { freezeEpoch: 1, signatures: { a: 'B', b: 'B' } },
    { freezeEpoch: 1, signatures: { a: 'A', b: 'A' } },
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
