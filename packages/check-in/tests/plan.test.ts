import { expect, test } from 'vitest'
import { type PlannedTurn, viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, MIXED, outcomeOf, PLAN, RULES, SAID_BACK, YES } from './support.ts'

const OTHER_RULES = { ...RULES, cooldownMs: 600_000 }

test('[PL1] the turns are held as planned, counted from the starter', () => {
  const skewed: PlannedTurn[] = PLAN.turns.map((turn, index) => ({ ...turn, by: index === 1 ? 'starter' : turn.by }))
  const hand = new Hand(RULES, 'b', { ...PLAN, turns: skewed }).inTurn()
  const holders: string[] = []
  while (hand.floor.kind !== 'closing') {
    if ('holder' in hand.floor) holders.push(hand.floor.holder)
    hand.passed()
  }
  expect(holders.join('')).toBe('bbbababa')
})

test('[PL2] either may choose another plan, which voids the other’s yes', () => {
  const hand = new Hand()
  hand.do('a', YES)
  const step = hand.do('b', { type: 'choose', plan: SAID_BACK })
  expect(step.events.map(({ event }) => event)).toEqual([{ type: 'planned', planEpoch: 1 }])
  expect(outcomeOf(step)).toBe('committed')
  expect(hand.checkIn.quiet.willing).toEqual({ a: null, b: null })
  expect(viewOf(hand.checkIn, at(0))).toMatchObject({ plan: SAID_BACK, planEpoch: 1 })
  expect(hand.do('b', { ...YES, planEpoch: 1 }).events).toEqual([])
})

test('[PL2] choosing what stands already leaves the yeses alone', () => {
  const hand = new Hand()
  hand.do('a', YES)
  expect(eventTypes(hand.do('b', { type: 'choose', plan: { ...PLAN } }))).toEqual([])
  expect(eventTypes(hand.do('b', YES))).toEqual(['opened'])
})

test('[PL2] nothing is chosen while it is open or paused', () => {
  const choose = { type: 'choose', plan: MIXED } as const
  expect(outcomeOf(new Hand().inTurn().do('b', choose))).toBe('already_open')
  expect(outcomeOf(new Hand().inTurn().paused().do('b', choose))).toBe('already_open')
  expect(outcomeOf(new Hand().paused().do('b', choose))).toBe('frozen')
})

test('[PL3] a yes to a plan of before is told so and does not count', () => {
  const hand = new Hand()
  hand.do('b', { type: 'choose', plan: SAID_BACK })
  expect(outcomeOf(hand.do('a', YES))).toBe('stale_plan')
  hand.do('b', { ...YES, planEpoch: 1 })
  expect(eventTypes(hand.do('a', { ...YES, planEpoch: 1 }))).toEqual(['opened'])
  expect(hand.checkIn.room.plan).toBe(SAID_BACK)
})

test('[PL4] a new agreement before the start brings its rules and its plan, and asks again', () => {
  const hand = new Hand()
  hand.do('a', YES)
  const adopt = { by: 'server', command: { type: 'adopt', rules: OTHER_RULES, plan: MIXED } } as const
  expect(eventTypes(hand.apply(adopt, at(0)))).toEqual(['planned'])
  expect(hand.checkIn.room).toMatchObject({ rules: OTHER_RULES, plan: MIXED, planEpoch: 1 })
  expect(hand.checkIn.quiet.willing.a).toBeNull()
})

test('[PL4] what was opened or ever paused stays under the agreement it began with', () => {
  const adopt = { by: 'server', command: { type: 'adopt', rules: OTHER_RULES, plan: MIXED } } as const
  for (const hand of [new Hand().inTurn(), new Hand().paused(), new Hand().paused().resumed()]) {
    const { room } = hand.checkIn
    expect(hand.apply(adopt, at(hand.nowMs)).events).toEqual([])
    expect(hand.checkIn.room).toBe(room)
  }
})
