import { expect, test } from 'vitest'
import { eventTypes, Hand, outcomeOf, PLAN, RULES } from './support.ts'

const MORE_MS = 120_000
const LONG = { ...PLAN, turns: PLAN.turns.map((turn) => ({ ...turn, turnMs: 300_000 })) }
const ask = { type: 'askMore', turn: 1 } as const
const give = { type: 'grantMore', turn: 1 } as const

test('[MT1] the holder asks, once; unanswered it goes with the turn', () => {
  const hand = new Hand().inTurn()
  expect(outcomeOf(hand.do('b', ask))).toBe('not_holder')
  expect(eventTypes(hand.do('a', ask))).toEqual(['moreAsked'])
  expect(hand.floor).toMatchObject({ more: 'asked' })
  const again = hand.do('a', ask)
  expect([again.events, outcomeOf(again)]).toEqual([[], 'committed'])

  hand.passed()
  expect(hand.floor).toMatchObject({ holder: 'b', more: 'none', wholeMs: RULES.turnMs })
  expect(outcomeOf(hand.do('a', { ...give, turn: 2 }))).toBe('nothing_asked')
})

test('[MT1] a turn without an end has nothing to lengthen', () => {
  expect(outcomeOf(new Hand().inTurn({ pace: 'off' }).do('a', ask))).toBe('untimed')
})

test('[MT2] the listener gives two minutes, and only what was asked for', () => {
  const hand = new Hand(RULES, 'a', LONG).inTurn().after(1000)
  expect(outcomeOf(hand.do('b', give))).toBe('nothing_asked')
  hand.do('a', ask)
  expect(outcomeOf(hand.do('a', give))).toBe('not_listener')
  const step = hand.do('b', give)
  expect(step.events.map(({ event }) => event)).toEqual([
    { type: 'moreGranted', holder: 'a', turn: 1, addedMs: MORE_MS },
  ])
  expect(hand.floor).toMatchObject({ more: 'none', leftMs: 299_000 + MORE_MS, wholeMs: 300_000 + MORE_MS })
  expect(outcomeOf(hand.do('b', give))).toBe('nothing_asked')
})

test('[MT2] a short turn is at most doubled, a tenfold one gets tenfold', () => {
  const short = new Hand().inTurn()
  short.do('a', ask)
  short.do('b', give)
  expect(short.floor).toMatchObject({ wholeMs: 2 * RULES.turnMs })

  const tenfold = new Hand(RULES, 'a', LONG).inTurn({ pace: 'tenfold' })
  tenfold.do('a', ask)
  tenfold.do('b', give)
  expect(tenfold.floor).toMatchObject({ wholeMs: 3_000_000 + 10 * MORE_MS })
})

test('[MT2] out of its grace it is a turn again', () => {
  const hand = new Hand().inTurn().after(RULES.turnMs + 1000)
  hand.do('a', ask)
  expect(hand.floor).toMatchObject({ kind: 'grace', leftMs: RULES.graceMs - 1000 })
  hand.do('b', give)
  expect(hand.floor).toMatchObject({ kind: 'turn', leftMs: RULES.turnMs, wholeMs: 2 * RULES.turnMs })
})

test('[MT3] the other’s next turn is longer by the same', () => {
  const hand = new Hand(RULES, 'a', LONG).inTurn()
  hand.do('a', ask)
  hand.do('b', give)
  expect(hand.checkIn.room.owedMs).toEqual({ a: 0, b: MORE_MS })
  hand.passed()
  expect(hand.floor).toMatchObject({ holder: 'b', leftMs: 300_000 + MORE_MS, wholeMs: 300_000 + MORE_MS })
  expect(hand.checkIn.room.owedMs).toEqual({ a: 0, b: 0 })
  hand.passed()
  expect(hand.floor).toMatchObject({ holder: 'a', wholeMs: 300_000 })
})

test('[MT3] what is owed survives a pause, and lapses where no turn is left', () => {
  const hand = new Hand().inTurn()
  while (hand.floor.turn < PLAN.turns.length) hand.passed()
  hand.do('b', { type: 'askMore', turn: 8 })
  hand.do('a', { type: 'grantMore', turn: 8 })
  hand.paused().resumed()
  expect(hand.checkIn.room.owedMs).toEqual({ a: RULES.turnMs, b: 0 })
  expect(hand.passed().floor.kind).toBe('closing')
})

test('[EN1] the end forgets what is owed: it would say who had asked for more', () => {
  const hand = new Hand(RULES, 'a', LONG).inTurn()
  hand.do('a', ask)
  hand.do('b', give)
  hand.do('b', { type: 'end' })
  expect(hand.checkIn.room).toMatchObject({ phase: { kind: 'ended' }, owedMs: { a: 0, b: 0 } })
})
