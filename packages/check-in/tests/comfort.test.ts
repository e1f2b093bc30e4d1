import { expect, test } from 'vitest'
import { type Comfort, type Seat, viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, outcomeOf, RULES } from './support.ts'

const say = (hand: Hand, by: Seat, answer: Comfort) => hand.do(by, { type: 'comfort', answer })

test('[CO1] an answer is kept and shows nothing', () => {
  for (const answer of ['fine', 'slower'] as const) {
    const hand = new Hand().inTurn()
    const before = viewOf(hand.checkIn, at(hand.nowMs))
    const step = say(hand, 'b', answer)
    expect([step.events, outcomeOf(step)]).toEqual([[], 'kept'])
    expect(viewOf(hand.checkIn, at(hand.nowMs))).toEqual(before)
  }
  expect(outcomeOf(say(new Hand(), 'a', 'slower'))).toBe('not_open')
})

test('[CO2] slower is taken up with the next turn, and is then nobody’s', () => {
  const hand = new Hand().inTurn()
  say(hand, 'b', 'slower')
  say(hand, 'a', 'fine')
  expect(eventTypes(hand.do('a', { type: 'pass', turn: 1 }))).toEqual(['floorReleased'])
  expect(hand.floor).toMatchObject({ kind: 'breath', leftMs: RULES.breathMs })
  expect(eventTypes(hand.after(RULES.breathMs).tick())).toEqual(['slowed', 'floorGranted'])
  expect(hand.checkIn.room.slower).toBe(true)
  expect(hand.checkIn.quiet.comfort).toEqual({ a: null, b: null })
})

test('[CO2] every breath after is twice as long, and it is said once', () => {
  const hand = new Hand().inTurn()
  say(hand, 'a', 'slower')
  hand.passed()
  say(hand, 'b', 'slower')
  hand.do('b', { type: 'pass', turn: 2 })
  expect(hand.floor).toMatchObject({ kind: 'breath', leftMs: 2 * RULES.breathMs })
  expect(eventTypes(hand.after(2 * RULES.breathMs).tick())).toEqual(['floorGranted'])
})

test('[CO2] fine, taken back, or unanswered: nothing is different', () => {
  const hand = new Hand().inTurn()
  say(hand, 'b', 'slower')
  say(hand, 'b', 'fine')
  say(hand, 'a', 'fine')
  hand.do('a', { type: 'pass', turn: 1 })
  expect(eventTypes(hand.after(RULES.breathMs).tick())).toEqual(['floorGranted'])
  expect(hand.checkIn.room.slower).toBe(false)
  expect(hand.checkIn.quiet.comfort).toEqual({ a: null, b: null })
})

test('[CO2] without a breath it still shows with the turn', () => {
  const hand = new Hand({ ...RULES, breathMs: 0 }).opened()
  say(hand, 'b', 'slower')
  expect(eventTypes(hand.do('a', { type: 'pass', turn: 1 }))).toEqual(['floorReleased', 'slowed', 'floorGranted'])
})

test('[CO3] whoever answered has answered until the end, also when the answer itself is forgotten', () => {
  const hand = new Hand().inTurn()
  say(hand, 'b', 'slower')
  hand.passed()
  expect(hand.checkIn.quiet).toMatchObject({ comfort: { a: null, b: null }, comfortAnswered: { a: false, b: true } })
  hand.paused()
  expect(hand.checkIn.quiet.comfortAnswered).toEqual({ a: false, b: true })
  hand.do('a', { type: 'end' })
  expect(hand.checkIn.quiet.comfortAnswered).toEqual({ a: false, b: false })
})
