import { expect, test } from 'vitest'
import { nextDeadlineMs, type ReflectionAnswer } from '../src/index.ts'
import { at, eventTypes, Hand, MIXED, outcomeOf, RULES, SAID_BACK } from './support.ts'

const sayBack = { type: 'sayBack', turn: 1, round: 1 } as const
const answer = (given: ReflectionAnswer, round = 1) => ({ type: 'answer', turn: 1, round, answer: given }) as const
const more = (isMore: boolean) => ({ type: 'more', turn: 1, more: isMore }) as const
const LEAST_MS = 60_000

/** The starter has spoken for so long and passed. */
const saying = (spokenMs = 20_000) => {
  const hand = new Hand(RULES, 'a', SAID_BACK).inTurn().after(spokenMs)
  hand.do('a', { type: 'pass', turn: 1 })
  return hand
}
const answering = (spokenMs?: number) => {
  const hand = saying(spokenMs)
  hand.do('b', sayBack)
  return hand
}

test('[SB1] a pass begins it where the plan says so; the speaker keeps the floor and what was left', () => {
  const hand = new Hand(RULES, 'a', SAID_BACK).inTurn().after(20_000)
  expect(eventTypes(hand.do('a', { type: 'pass', turn: 1 }))).toEqual(['reflectionBegan'])
  expect(hand.floor).toEqual({
    kind: 'reflection',
    holder: 'a',
    turn: 1,
    round: 1,
    stage: 'saying',
    leftMs: 40_000,
    wholeMs: 60_000,
  })
})

test('[SB1] so does the end of the grace, with nothing left', () => {
  const hand = new Hand(RULES, 'a', SAID_BACK).inTurn().after(RULES.turnMs + RULES.graceMs)
  expect(eventTypes(hand.tick())).toEqual(['graceBegan', 'reflectionBegan'])
  expect(hand.floor).toMatchObject({ kind: 'reflection', leftMs: 0 })
})

test('[SB1] no time runs in it, and a pause gives it back as it was', () => {
  const hand = answering()
  const { floor } = hand
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs))).toBeNull()
  expect(hand.after(3_600_000).tick().events).toEqual([])
  expect(hand.paused().resumed().floor).toEqual(floor)
})

test('[SB2] the listener says it, the speaker answers, each at their moment', () => {
  const hand = saying()
  expect(outcomeOf(hand.do('a', sayBack))).toBe('not_listener')
  expect(outcomeOf(hand.do('a', answer('thatsIt')))).toBe('not_reflecting')
  expect(outcomeOf(hand.do('b', { ...sayBack, turn: 2 }))).toBe('stale_turn')
  expect(eventTypes(hand.do('b', sayBack))).toEqual(['saidBack'])
  expect(outcomeOf(hand.do('b', sayBack))).toBe('not_reflecting')
  expect(outcomeOf(hand.do('b', answer('thatsIt')))).toBe('not_holder')
  expect(eventTypes(hand.do('a', answer('thatsIt')))).toEqual(['answered'])
  expect(hand.floor).toMatchObject({ stage: 'more', round: 1 })
  expect(eventTypes(hand.do('a', more(false)))).toEqual(['floorReleased'])
  expect(hand.floor).toMatchObject({ kind: 'breath', next: 'b', turn: 2 })
})

test('[SB3] almost and not yet ask once more, and then it stands', () => {
  for (const given of ['almost', 'notYet'] as const) {
    const hand = answering()
    hand.do('a', answer(given))
    expect(hand.floor).toMatchObject({ round: 2, stage: 'saying' })
    expect(outcomeOf(hand.do('b', sayBack))).toBe('stale_turn')
    hand.do('b', { ...sayBack, round: 2 })
    hand.do('a', answer(given, 2))
    expect(hand.floor).toMatchObject({ round: 2, stage: 'more' })
  }
})

test('[SB4] rather not say it back: the floor passes on, in either round', () => {
  const first = saying()
  expect(outcomeOf(first.do('a', { type: 'ratherNot', turn: 1 }))).toBe('not_listener')
  expect(eventTypes(first.do('b', { type: 'ratherNot', turn: 1 }))).toEqual(['floorReleased'])

  const second = answering()
  expect(outcomeOf(second.do('b', { type: 'ratherNot', turn: 1 }))).toBe('not_reflecting')
  second.do('a', answer('almost'))
  second.do('b', { type: 'ratherNot', turn: 1 })
  expect(second.floor).toMatchObject({ kind: 'breath', next: 'b' })
})

test('[SB5] there is more: the turn goes on with what was left, and is not said back again', () => {
  const long = { ...SAID_BACK, turns: SAID_BACK.turns.map((turn) => ({ ...turn, turnMs: 300_000 })) }
  const hand = new Hand(RULES, 'a', long).inTurn().after(20_000)
  hand.do('a', { type: 'pass', turn: 1 })
  hand.do('b', sayBack)
  hand.do('a', answer('thatsIt'))
  expect(eventTypes(hand.after(99_000).do('a', more(true)))).toEqual(['turnContinued'])
  expect(hand.floor).toMatchObject({ kind: 'turn', leftMs: 280_000, wholeMs: 300_000, reflected: true })
  expect(hand.checkIn.room.owedMs).toEqual({ a: 0, b: 0 })
  expect(eventTypes(hand.after(1000).do('a', { type: 'pass', turn: 1 }))).toEqual(['floorReleased'])
})

test('[SB5] at least a minute is left for it, and what that adds is owed to the other', () => {
  const hand = answering(50_000)
  hand.do('a', answer('thatsIt'))
  hand.do('a', more(true))
  expect(hand.floor).toMatchObject({ kind: 'turn', leftMs: LEAST_MS, wholeMs: RULES.turnMs + 50_000 })
  expect(hand.checkIn.room.owedMs).toEqual({ a: 0, b: 50_000 })
  const over = hand.after(LEAST_MS + RULES.graceMs).tick()
  expect(eventTypes(over)).toEqual(['graceBegan', 'floorRevoked'])
  expect(hand.breathed().floor).toMatchObject({ holder: 'b', wholeMs: RULES.turnMs + 50_000 })
})

test('[SB5] an open-ended turn goes on open-ended', () => {
  const hand = new Hand(RULES, 'a', MIXED).inTurn().passed().passed()
  expect(hand.floor).toMatchObject({ turn: 3, leftMs: null })
  hand.do('a', { type: 'pass', turn: 3 })
  hand.do('b', { type: 'sayBack', turn: 3, round: 1 })
  hand.do('a', { type: 'answer', turn: 3, round: 1, answer: 'thatsIt' })
  hand.do('a', { type: 'more', turn: 3, more: true })
  expect(hand.floor).toMatchObject({ kind: 'turn', turn: 3, leftMs: null, wholeMs: null })
})

test('[SB6] the listener is heard while saying it back, the speaker in the answer, nobody else', () => {
  const utter = { type: 'utter', turn: 1, utteranceId: 'u' } as const
  const hand = saying()
  expect(outcomeOf(hand.do('a', utter))).toBe('not_listener')
  expect(outcomeOf(hand.do('b', { ...utter, turn: 2 }))).toBe('stale_turn')
  expect(hand.do('b', utter).events.map(({ event }) => event)).toEqual([
    { type: 'uttered', by: 'b', kind: 'reflection', turn: 1, utteranceId: 'u' },
  ])
  hand.do('b', sayBack)
  expect(outcomeOf(hand.do('b', utter))).toBe('not_holder')
  expect(hand.do('a', utter).events.map(({ event }) => event)).toMatchObject([{ by: 'a', kind: 'speech' }])
  hand.do('a', answer('thatsIt'))
  expect(outcomeOf(hand.do('a', utter))).toBe('between_turns')
  expect(outcomeOf(hand.do('b', utter))).toBe('not_holder')
})
