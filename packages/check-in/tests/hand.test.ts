import { expect, test } from 'vitest'
import { eventTypes, Hand, outcomeOf } from './support.ts'

const up = { type: 'handUp', turn: 1 } as const
const down = { type: 'handDown', turn: 1 } as const

test('[HD1] the listener raises and lowers a hand, and nobody is interrupted', () => {
  const hand = new Hand().inTurn().after(1000)
  expect(outcomeOf(hand.do('a', up))).toBe('not_listener')
  expect(eventTypes(hand.do('b', up))).toEqual(['handRaised'])
  expect(hand.floor).toMatchObject({ kind: 'turn', holder: 'a', hand: true, leftMs: 59_000 })
  expect(eventTypes(hand.do('b', up))).toEqual([])
  expect(eventTypes(hand.do('b', down))).toEqual(['handLowered'])
  expect(hand.floor).toMatchObject({ hand: false })
})

test('[HD1] it goes with the turn', () => {
  const hand = new Hand().inTurn()
  hand.do('b', up)
  hand.passed()
  expect(hand.floor).toMatchObject({ holder: 'b', hand: false })
  expect(outcomeOf(hand.do('b', down))).toBe('not_listener')
  expect(outcomeOf(hand.do('a', down))).toBe('stale_turn')
})
