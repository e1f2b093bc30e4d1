import { expect, test } from 'vitest'
import { viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, outcomeOf, RULES, turnOf, YES } from './support.ts'

test('[FL1] the listener is told that they do not hold the floor, whatever number they name', () => {
  const hand = new Hand().inTurn()
  expect(outcomeOf(hand.do('b', { type: 'pass', turn: 1 }))).toBe('not_holder')
  expect(outcomeOf(hand.do('b', { type: 'utter', turn: 9, utteranceId: 'u' }))).toBe('not_holder')
})

test('[FL1] the holder may act in the grace, but not on another turn', () => {
  const hand = new Hand().inTurn().after(RULES.turnMs + 1)
  expect(outcomeOf(hand.do('a', { type: 'utter', turn: 2, utteranceId: 'u' }))).toBe('stale_turn')
  expect(outcomeOf(hand.do('a', { type: 'utter', turn: 1, utteranceId: 'u' }))).toBe('committed')
  expect(eventTypes(hand.do('a', { type: 'pass', turn: 1 }))).toEqual(['floorReleased'])
})

test('[FL1] a pass that comes after the turn was revoked passes nothing', () => {
  const hand = new Hand().inTurn().after(RULES.turnMs + RULES.graceMs)
  const late = hand.do('a', { type: 'pass', turn: 1 })
  expect(outcomeOf(late)).toBe('between_turns')
  expect(eventTypes(late)).toEqual(['graceBegan', 'floorRevoked'])
  expect(outcomeOf(hand.after(RULES.breathMs).do('a', { type: 'pass', turn: 1 }))).toBe('not_holder')
})

test('[FL2] a pass gives the other a breath and a whole turn', () => {
  const hand = new Hand().inTurn().after(42_000)
  hand.do('a', { type: 'pass', turn: 1 })
  expect(hand.floor).toEqual({ kind: 'breath', next: 'b', turn: 2, leftMs: RULES.breathMs })
  expect(eventTypes(hand.after(RULES.breathMs).tick())).toEqual(['floorGranted'])
  expect(hand.floor).toEqual(turnOf('b', 2, RULES.turnMs))
})

test('[FL2] without a breath the turn is granted at once', () => {
  const hand = new Hand({ ...RULES, breathMs: 0 })
  hand.do('a', YES)
  expect(eventTypes(hand.do('b', YES))).toEqual(['opened', 'floorGranted'])
  expect(eventTypes(hand.do('a', { type: 'pass', turn: 1 }))).toEqual(['floorReleased', 'floorGranted'])
  expect(eventTypes(hand.after(RULES.turnMs + RULES.graceMs).tick())).toEqual([
    'graceBegan',
    'floorRevoked',
    'floorGranted',
  ])
})

test('[FL3] an utterance goes through while the clock is stopped, and takes no time', () => {
  const hand = new Hand().inTurn().after(1000)
  hand.presence(true, false)
  const step = hand.after(5000).do('a', { type: 'utter', turn: 1, utteranceId: 'u-1' })
  expect(step.events.map(({ event }) => event)).toEqual([
    { type: 'uttered', by: 'a', kind: 'speech', turn: 1, utteranceId: 'u-1' },
  ])
  expect(hand.floor).toMatchObject({ leftMs: RULES.turnMs - 1000 })
})

test('[FL4] presence is quiet in waiting and while frozen', () => {
  const hand = new Hand()
  expect(hand.presence(false, true).events).toEqual([])
  hand.presence(true, true)
  hand.inTurn().paused()
  const { room } = hand.checkIn
  expect(hand.presence(false, false).events).toEqual([])
  expect(hand.checkIn.room).toBe(room)
  expect(hand.checkIn.quiet.present).toEqual({ a: false, b: false })
})

test('[FL4] presence stops and starts the clock while running, once each', () => {
  const hand = new Hand().inTurn()
  expect(eventTypes(hand.presence(false, true))).toEqual(['clockStopped'])
  expect(eventTypes(hand.presence(false, false))).toEqual([])
  expect(eventTypes(hand.presence(true, false))).toEqual([])
  expect(eventTypes(hand.presence(true, true))).toEqual(['clockStarted'])
})

test('[FL5] turns are numbered from one and counted when granted', () => {
  const hand = new Hand().opened()
  expect([hand.floor.turn, hand.checkIn.room.turns]).toEqual([1, 0])
  hand.after(RULES.breathMs).tick()
  expect([hand.floor.turn, hand.checkIn.room.turns]).toEqual([1, 1])
  hand.do('a', { type: 'pass', turn: 1 })
  expect([hand.floor.turn, hand.checkIn.room.turns]).toEqual([2, 1])
})

test('I2 · the floor goes from one to the other and is nobody’s between', () => {
  const hand = new Hand().inTurn()
  const holders: string[] = []
  for (let second = 0; second < 300; second += 1) {
    hand.after(1000).tick()
    const holder = 'holder' in hand.floor ? hand.floor.holder : '-'
    if (holders.at(-1) !== holder) holders.push(holder)
  }
  expect(holders.slice(0, 5)).toEqual(['a', '-', 'b', '-', 'a'])
})

test('I3 · the turn’s time stands still while somebody is missing', () => {
  const hand = new Hand().inTurn().after(20_000)
  hand.presence(true, false)
  hand.after(3_600_000)
  expect(viewOf(hand.checkIn, at(hand.nowMs)).phase).toMatchObject({ floor: { leftMs: 40_000 }, clock: 'stopped' })
  hand.presence(true, true)
  hand.after(1000)
  expect(viewOf(hand.checkIn, at(hand.nowMs)).phase).toMatchObject({ floor: { leftMs: 39_000 }, clock: 'running' })
})
