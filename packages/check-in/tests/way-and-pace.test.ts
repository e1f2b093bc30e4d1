import { expect, test } from 'vitest'
import type { Pace, Way } from '../src/index.ts'
import { eventTypes, Hand, outcomeOf, PLAN, RULES, SAID_BACK } from './support.ts'

test('[WP1] the table takes both; who wants to write can', () => {
  const cases: readonly (readonly [Way, Way, Way])[] = [
    ['table', 'table', 'table'],
    ['table', 'aloud', 'aloud'],
    ['table', 'written', 'written'],
    ['aloud', 'aloud', 'aloud'],
    ['aloud', 'written', 'written'],
    ['written', 'written', 'written'],
  ]
  for (const [one, other, common] of cases) {
    expect(new Hand().opened({ way: one }, { way: other }).checkIn.room.way).toBe(common)
    expect(new Hand().opened({ way: other }, { way: one }).checkIn.room.way).toBe(common)
  }
})

test('[WP2] the slower pace of the two is both’s', () => {
  const cases: readonly (readonly [Pace, Pace, Pace, number | null])[] = [
    ['timed', 'timed', 'timed', RULES.turnMs],
    ['timed', 'tenfold', 'tenfold', 10 * RULES.turnMs],
    ['tenfold', 'off', 'off', null],
    ['off', 'timed', 'off', null],
  ]
  for (const [one, other, common, leftMs] of cases) {
    const hand = new Hand().opened({ pace: one }, { pace: other }).breathed()
    expect(hand.checkIn.room.pace).toBe(common)
    expect(hand.floor).toMatchObject({ kind: 'turn', leftMs, wholeMs: leftMs })
  }
})

test('[WP2] a tenfold turn has a tenfold grace, and an open-ended one never ends by itself', () => {
  const tenfold = new Hand().inTurn({ pace: 'tenfold' }).after(10 * RULES.turnMs)
  expect(eventTypes(tenfold.tick())).toEqual(['graceBegan'])
  expect(eventTypes(tenfold.after(10 * RULES.graceMs - 1).tick())).toEqual([])
  expect(eventTypes(tenfold.after(1).tick())).toEqual(['floorRevoked'])

  const open = new Hand().inTurn({ pace: 'off' })
  expect(open.after(7 * 24 * 3_600_000).tick().events).toEqual([])
  expect(outcomeOf(open.do('a', { type: 'pass', turn: 1 }))).toBe('committed')
})

test('[WP3] at the table fewer and longer turns are held, and either phone passes them on', () => {
  const hand = new Hand().inTurn({ way: 'table' })
  const step = hand.do('b', { type: 'pass', turn: 1 })
  expect(step.events.map(({ event }) => event)).toEqual([{ type: 'floorReleased', holder: 'a', turn: 1 }])
  hand.breathed()
  expect(hand.floor).toMatchObject({ holder: 'b', turn: 2, wholeMs: 2 * RULES.turnMs })
  hand.do('b', { type: 'pass', turn: 2 })
  hand.breathed().do('b', { type: 'pass', turn: 3 })
  expect(hand.floor).toEqual({ kind: 'closing', turn: PLAN.tableTurns.length + 1 })
})

test('[WP3] at the table either phone takes every step of saying it back', () => {
  const hand = new Hand(RULES, 'a', SAID_BACK).inTurn({ way: 'table' })
  hand.do('b', { type: 'pass', turn: 1 })
  hand.do('a', { type: 'sayBack', turn: 1, round: 1 })
  hand.do('b', { type: 'answer', turn: 1, round: 1, answer: 'thatsIt' })
  expect(eventTypes(hand.do('b', { type: 'more', turn: 1, more: false }))).toEqual(['floorReleased'])
  hand.breathed().do('a', { type: 'pass', turn: 2 })
  expect(eventTypes(hand.do('b', { type: 'ratherNot', turn: 2 }))).toEqual(['floorReleased', 'closingBegan'])
})

test('[WP3] at the table either phone asks for more time, and gives what was asked for', () => {
  for (const phone of ['a', 'b'] as const) {
    const hand = new Hand().inTurn({ way: 'table' })
    expect(outcomeOf(hand.do(phone, { type: 'grantMore', turn: 1 }))).toBe('nothing_asked')
    const asked = hand.do(phone, { type: 'askMore', turn: 1 })
    expect(asked.events.map(({ event }) => event)).toEqual([{ type: 'moreAsked', holder: 'a', turn: 1 }])
    expect(eventTypes(hand.do(phone, { type: 'grantMore', turn: 1 }))).toEqual(['moreGranted'])
    expect(hand.checkIn.room.owedMs).toMatchObject({ a: 0, b: RULES.turnMs })
  }
})

test('[WP3] at the table words and hands stay each one’s own', () => {
  const hand = new Hand().inTurn({ way: 'table' })
  expect(outcomeOf(hand.do('b', { type: 'utter', turn: 1, utteranceId: 'u' }))).toBe('not_holder')
  expect(outcomeOf(hand.do('a', { type: 'handUp', turn: 1 }))).toBe('not_listener')
})
