import { expect, test } from 'vitest'
import { DEFAULT_RULES, isLongerBreak, practiceRules, RULE_LIMITS, ruleProblems, viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, outcomeOf, PLAN, RULES, YES } from './support.ts'

const HOUR_MS = 3_600_000

test('[AN1] two yeses open it with the starter’s breath', () => {
  const hand = new Hand(RULES, 'b')
  expect(eventTypes(hand.do('a', YES))).toEqual([])
  expect(eventTypes(hand.do('b', YES))).toEqual(['opened'])
  expect(hand.floor).toEqual({ kind: 'breath', next: 'b', turn: 1, leftMs: RULES.breathMs })
  expect(hand.checkIn.room.openedAtMs).toBe(at(0).wallMs)
})

test('[AN1] one partner’s two yeses are one', () => {
  const hand = new Hand()
  hand.do('a', YES)
  expect(hand.do('a', YES).events).toEqual([])
  expect(hand.phase.kind).toBe('waiting')
})

test('[AN1] it opens with its clock stopped while somebody is missing', () => {
  const hand = new Hand()
  hand.presence(true, false)
  hand.opened()
  expect(hand.phase).toMatchObject({ kind: 'running', clock: 'stopped' })
})

test('[RU1] the short break of a practice holds once both have said yes to it, and not before', () => {
  const hand = new Hand()
  hand.do('a', { type: 'choose', plan: { ...PLAN, format: 'practice', practice: true } })
  expect(hand.checkIn.room.rules).toEqual(RULES)
  for (const seat of ['a', 'b'] as const) hand.do(seat, { ...YES, planEpoch: 1 })
  expect(hand.checkIn.room.rules).toEqual(practiceRules(RULES))
})

test('[AN2] a yes lapses after sixteen hours', () => {
  const hand = new Hand()
  hand.do('a', YES)
  expect(hand.after(16 * HOUR_MS).do('b', YES).events).toEqual([])
  expect(hand.after(16 * HOUR_MS - 1).do('a', YES).events).toHaveLength(1)
})

test('[AN2] not today takes a yes back, and a new yes gives it again', () => {
  const hand = new Hand()
  hand.do('a', YES)
  hand.do('a', { type: 'notToday' })
  expect(hand.do('b', YES).events).toEqual([])
  expect(eventTypes(hand.do('a', YES))).toEqual(['opened'])
})

test('[AN3] every private answer hears the same', () => {
  const hand = new Hand()
  const outcomes = [hand.do('a', { type: 'notToday' }), hand.do('a', YES), hand.do('b', YES)].map(
    ({ outcome }) => outcome,
  )
  hand.paused().after(RULES.cooldownMs)
  outcomes.push(hand.do('a', { type: 'notYet' }).outcome)
  outcomes.push(hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'a' }).outcome)
  outcomes.push(hand.do('b', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'b' }).outcome)
  outcomes.push(hand.do('a', hand.reenter({ lineId: 'A' })).outcome)
  outcomes.push(hand.do('b', hand.reenter()).outcome)
  for (const by of ['a', 'b'] as const)
    outcomes.push(hand.do(by, { type: 'goOn', freezeEpoch: 1, stage: 'reading' }).outcome)
  expect(hand.phase.kind).toBe('running')
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toEqual(new Set(['{"kind":"kept"}']))
})

test('[AN4] a pause voids what was agreed to before it', () => {
  const hand = new Hand()
  hand.do('a', YES)
  hand.paused('b')
  expect(outcomeOf(hand.do('a', YES))).toBe('frozen')
  expect(outcomeOf(hand.do('a', { type: 'notToday' }))).toBe('frozen')
  hand.resumed()
  expect(hand.phase.kind).toBe('waiting')
  expect(hand.do('b', YES).events).toEqual([])
  expect(eventTypes(hand.do('a', YES))).toEqual(['opened'])
})

test('[LW1] a private answer changes nothing that is shown', () => {
  const hand = new Hand()
  const waiting = viewOf(hand.checkIn, at(0))
  hand.do('a', YES)
  expect(viewOf(hand.checkIn, at(0))).toEqual(waiting)
  hand.do('b', YES)
  hand.paused().after(RULES.cooldownMs)
  const frozen = viewOf(hand.checkIn, at(hand.nowMs))
  hand.do('b', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 'b' })
  expect(viewOf(hand.checkIn, at(hand.nowMs))).toEqual(frozen)
  expect(JSON.stringify(frozen)).not.toMatch(/present|willing|ready/)
})

test('[LW1] no event says who paused or who was ready', () => {
  const said = (pauser: 'a' | 'b') => {
    const hand = new Hand().inTurn()
    return JSON.stringify(hand.do(pauser, { type: 'pause' }).events)
  }
  expect(said('a')).toBe(said('b'))
})

test('[RU1] the defaults and both ends of every range stand', () => {
  expect(ruleProblems(DEFAULT_RULES)).toEqual([])
  expect(DEFAULT_RULES).toEqual({ cooldownMs: 1_200_000, turnMs: 180_000, graceMs: 12_000, breathMs: 5000 })
  for (const rule of ['cooldownMs', 'turnMs', 'graceMs', 'breathMs'] as const) {
    const { minMs, maxMs } = RULE_LIMITS[rule]
    for (const ms of [minMs, maxMs]) expect(ruleProblems({ ...DEFAULT_RULES, [rule]: ms })).toEqual([])
    for (const ms of [minMs - 1, maxMs + 1, minMs + 0.5, Number.NaN]) {
      expect(ruleProblems({ ...DEFAULT_RULES, [rule]: ms })).toEqual([{ rule, minMs, maxMs }])
    }
  }
})

test('[RU2] one signature makes the break longer, up to an hour, and changes nothing else', () => {
  const minutes = (cooldown: number) => ({ ...DEFAULT_RULES, cooldownMs: cooldown * 60_000 })
  expect(isLongerBreak(minutes(20), minutes(21))).toBe(true)
  expect(isLongerBreak(minutes(20), minutes(60))).toBe(true)
  for (const [before, after] of [
    [20, 20],
    [20, 19],
    [20, 61],
    [60, 61],
    [90, 60],
  ] as const) {
    expect(isLongerBreak(minutes(before), minutes(after))).toBe(false)
  }
  for (const rule of ['turnMs', 'graceMs', 'breathMs'] as const) {
    expect(isLongerBreak(minutes(20), { ...minutes(30), [rule]: DEFAULT_RULES[rule] + 1 })).toBe(false)
  }
})

test('[RU1] a practice waits ten seconds', () => {
  expect(practiceRules(DEFAULT_RULES)).toEqual({ ...DEFAULT_RULES, cooldownMs: 10_000 })
})
