import { expect, test } from 'vitest'
import { otherSeat, type Seat, viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, outcomeOf, RULES, SAID_BACK } from './support.ts'

const say = (hand: Hand, by: Seat) => hand.do(by, { type: 'slow' })

test('[SL1] either says it, in whatever they are, and nothing stops', () => {
  const places = [
    () => new Hand().opened(),
    () => new Hand().inTurn(),
    () => new Hand().inTurn().after(RULES.turnMs),
    () => new Hand(RULES, 'a', SAID_BACK).inTurn().does('a', { type: 'pass', turn: 1 }),
    () => new Hand().inTurn().closing(),
  ]
  for (const place of places) {
    for (const by of ['a', 'b'] as const) {
      const hand = place()
      hand.tick()
      const before = hand.floor
      expect(eventTypes(say(hand, by))).toEqual(['slowed'])
      expect([hand.phase.kind, hand.floor]).toEqual(['running', before])
      expect(hand.checkIn.room).toMatchObject({ slower: true, slowedIn: before.turn })
    }
  }
})

test('[SL1] every breath after is twice as long', () => {
  const hand = new Hand().inTurn()
  say(hand, 'b')
  hand.do('a', { type: 'pass', turn: 1 })
  expect(hand.floor).toMatchObject({ kind: 'breath', leftMs: 2 * RULES.breathMs })
  expect(eventTypes(hand.breathed().do('b', { type: 'pass', turn: 2 }))).toEqual(['floorReleased'])
  expect(hand.floor).toMatchObject({ kind: 'breath', leftMs: 2 * RULES.breathMs })
})

test('[SL1] both are shown the same, and nothing of it says whose it was', () => {
  const shown = (['a', 'b'] as const).map((by) => {
    const hand = new Hand().inTurn()
    const step = say(hand, by)
    return { room: viewOf(hand.checkIn, at(hand.nowMs)), quiet: hand.checkIn.quiet, events: step.events }
  })
  expect(shown[0]).toEqual(shown[1])
})

test('[SL2] again in the same turn it changes nothing, in the next one it is said again', () => {
  const hand = new Hand().inTurn()
  say(hand, 'a')
  for (const by of ['a', 'b'] as const) {
    const before = hand.checkIn
    const step = say(hand, by)
    expect([step.events, outcomeOf(step)]).toEqual([[], 'committed'])
    expect(hand.checkIn.room).toBe(before.room)
  }
  hand.passed()
  expect(hand.checkIn.room).toMatchObject({ slower: true, slowedIn: 1 })
  expect(eventTypes(say(hand, 'a'))).toEqual(['slowed'])
  expect(hand.checkIn.room.slowedIn).toBe(2)
})

test('[SL2] after an answer that had asked for the same, it stands for its turn all the same', () => {
  const hand = new Hand().inTurn().does('b', { type: 'comfort', answer: 'slower' })
  hand.passed()
  expect(hand.checkIn.room).toMatchObject({ slower: true, slowedIn: null })
  expect(eventTypes(say(hand, otherSeat('b')))).toEqual(['slowed'])
})

test('[SL2] the end forgets when it was said, a pause does not', () => {
  const hand = new Hand().inTurn()
  say(hand, 'b')
  hand.paused()
  expect(hand.checkIn.room).toMatchObject({ slower: true, slowedIn: 1 })
  hand.do('a', { type: 'end' })
  expect(hand.checkIn.room.slowedIn).toBe(null)
})
