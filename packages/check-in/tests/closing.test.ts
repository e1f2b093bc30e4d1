import { expect, test } from 'vitest'
import { nextDeadlineMs } from '../src/index.ts'
import { at, eventTypes, Hand, outcomeOf, PLAN, RULES } from './support.ts'

const line = { type: 'line', lineId: 'line-1' } as const

test('[CL1] after the last turn comes the closing, by pass or by time', () => {
  const hand = new Hand().inTurn()
  while (hand.floor.turn < PLAN.turns.length) hand.passed()
  const last = hand.checkIn
  expect(eventTypes(hand.do('b', { type: 'pass', turn: 8 }))).toEqual(['floorReleased', 'closingBegan'])
  expect(hand.floor).toEqual({ kind: 'closing', turn: 9 })
  expect(hand.checkIn.room.turns).toBe(8)

  hand.checkIn = last
  expect(eventTypes(hand.after(RULES.turnMs + RULES.graceMs).tick())).toEqual([
    'graceBegan',
    'floorRevoked',
    'closingBegan',
  ])
})

test('[CL1] nobody holds it and no time runs; one ends it', () => {
  const hand = new Hand().inTurn().closing()
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs))).toBeNull()
  expect(hand.after(24 * 3_600_000).tick().events).toEqual([])
  expect(outcomeOf(hand.do('a', { type: 'utter', turn: 9, utteranceId: 'u' }))).toBe('between_turns')
  expect(eventTypes(hand.do('a', { type: 'end' }))).toEqual(['ended'])
})

test('[CL1] a pause gives the closing back', () => {
  expect(new Hand().inTurn().closing().paused().resumed().floor).toEqual({ kind: 'closing', turn: 9 })
})

test('[CL2] both may offer lines, at the closing and not before', () => {
  const hand = new Hand().inTurn()
  expect(outcomeOf(hand.do('a', line))).toBe('not_closing')
  hand.closing()
  expect(hand.do('b', line).events.map(({ event }) => event)).toEqual([
    { type: 'lineOffered', by: 'b', lineId: 'line-1' },
  ])
  expect(eventTypes(hand.do('a', { ...line, lineId: 'line-2' }))).toEqual(['lineOffered'])
})
