import { expect, test } from 'vitest'
import { type Seat, viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, outcomeOf, RULES, turnOf } from './support.ts'

test('[PS1] either may pause the other’s turn, their own, a breath and the wait', () => {
  const places: ((hand: Hand) => Hand)[] = [(hand) => hand, (hand) => hand.opened(), (hand) => hand.inTurn()]
  for (const place of places) {
    for (const by of ['a', 'b'] satisfies Seat[]) {
      const step = place(new Hand()).do(by, { type: 'pause' })
      expect(eventTypes(step)).toEqual(['frozen'])
      expect(step.outcome).toEqual({ kind: 'committed', seq: step.checkIn.room.seq })
    }
  }
})

test('[PS2] a freeze keeps the floor as of its commit and says when to come back', () => {
  const hand = new Hand().inTurn().after(12_345).paused('b')
  expect(hand.phase).toEqual({
    kind: 'frozen',
    interrupted: { kind: 'floor', floor: turnOf('a', 1, RULES.turnMs - 12_345) },
    freezeEpoch: 1,
    frozenAt: at(hand.nowMs),
    cooldownMs: RULES.cooldownMs,
    breatherMs: null,
    rung: 0,
    look: 'asks',
    returnAtMs: at(hand.nowMs + RULES.cooldownMs).wallMs,
    slip: null,
  })
})

test('[PS2] a pause in a breath gives the breath back', () => {
  const hand = new Hand().opened().after(2000).paused().resumed()
  expect(hand.floor).toEqual({ kind: 'breath', next: 'a', turn: 1, leftMs: RULES.breathMs - 2000 })
})

test('[PS3] pausing while frozen voids the readies and moves nothing else', () => {
  const hand = new Hand().inTurn().paused().after(RULES.cooldownMs)
  hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'a' })
  const before = hand.phase
  hand.do('b', { type: 'pause' })
  expect(hand.phase).toEqual({ ...before, freezeEpoch: 2 })
  expect(hand.checkIn.quiet.ready).toEqual({ a: null, b: null })
  expect(hand.do('b', { type: 'ready', freezeEpoch: 2, rung: 0, signature: 'b' }).events).toEqual([])
})

test('[RS1] ready is for one freeze, and not before its cool-down', () => {
  const hand = new Hand()
    .inTurn()
    .paused()
    .paused()
    .after(RULES.cooldownMs - 1)
  const early = hand.do('a', { type: 'ready', freezeEpoch: 2, rung: 0, signature: 'a' })
  expect(early.outcome).toEqual({ kind: 'refused', refusal: { code: 'cooldown_running', leftMs: 1 } })
  const stale = hand.after(1).do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'a' })
  expect(stale.outcome).toEqual({ kind: 'refused', refusal: { code: 'stale_freeze_epoch', freezeEpoch: 2 } })
  expect(outcomeOf(hand.do('a', { type: 'ready', freezeEpoch: 2, rung: 0, signature: 'a' }))).toBe('kept')
})

test('[RS1] not yet takes back one’s own ready', () => {
  const hand = new Hand().inTurn().paused().after(RULES.cooldownMs)
  hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'a' })
  hand.do('a', { type: 'notYet' })
  expect(hand.do('b', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'b' }).events).toEqual([])
  hand.do('a', { type: 'notYet' })
  expect(eventTypes(hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'a' }))).toEqual(['resumed'])
})

test('[RS2] resuming is one event with both signatures, and the exact floor', () => {
  const hand = new Hand().inTurn().after(12_345).paused('b').after(RULES.cooldownMs)
  hand.do('b', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'B' })
  const step = hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'A' })
  expect(step.events.map(({ event }) => event)).toEqual([{ type: 'resumed', freezeEpoch: 1 }])
  expect(hand.checkIn.room.lastResume).toEqual({
    of: 'ready',
    freezeEpoch: 1,
    rung: 0,
    signatures: { a: 'A', b: 'B' },
  })
  expect(hand.checkIn.quiet.ready).toEqual({ a: null, b: null })
  expect(hand.phase).toEqual({
    kind: 'returning',
    stage: 'saying',
    floor: turnOf('a', 1, RULES.turnMs - 12_345),
    freezeEpoch: 1,
    asOf: at(hand.nowMs),
  })
})

test('[RS2] the clock waits after a resume until both are there', () => {
  const hand = new Hand().inTurn().paused()
  hand.presence(true, false)
  expect(hand.resumed().phase).toMatchObject({ kind: 'running', clock: 'stopped' })
})

test('[EN1] one ends it, and what was private is forgotten', () => {
  const hand = new Hand().inTurn().paused().after(RULES.cooldownMs)
  hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'a' })
  expect(eventTypes(hand.do('b', { type: 'end' }))).toEqual(['ended'])
  expect(hand.checkIn.quiet).toEqual({
    present: { a: false, b: false },
    willing: { a: null, b: null },
    ready: { a: null, b: null },
    zones: { a: null, b: null },
    comfort: { a: null, b: null },
    comfortAnswered: { a: false, b: false },
    back: { a: null, b: null },
    through: { a: null, b: null },
    slip: null,
  })
  expect(viewOf(hand.checkIn, at(hand.nowMs)).phase).toEqual({
    kind: 'ended',
    endedAtMs: at(hand.nowMs).wallMs,
    setDown: false,
  })
})

test('I5 · neither clock’s leap shortens the cool-down', () => {
  const leaps = [
    { wallMs: RULES.cooldownMs * 2, monotonicMs: 1000 },
    { wallMs: 1000, monotonicMs: RULES.cooldownMs * 2 },
    { wallMs: -1000, monotonicMs: RULES.cooldownMs * 2 },
  ]
  for (const leap of leaps) {
    const hand = new Hand().inTurn().paused()
    const { wallMs, monotonicMs, bootId } = at(hand.nowMs)
    const now = { wallMs: wallMs + leap.wallMs, monotonicMs: monotonicMs + leap.monotonicMs, bootId }
    expect(outcomeOf(hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'a' }, now))).toBe(
      'cooldown_running',
    )
  }
})

test('I9 · a receipt answers and nothing happens again', () => {
  const hand = new Hand().inTurn()
  const command = { by: 'a', commandId: 'same', command: { type: 'pause' } } as const
  const first = hand.apply(command, at(hand.nowMs))
  if (first.outcome.kind === 'refused') throw new Error('refused')
  const again = hand.apply(command, at(hand.nowMs + 999_999), first.outcome)
  expect(again).toEqual({ checkIn: first.checkIn, events: [], outcome: first.outcome, repeated: true })
})
