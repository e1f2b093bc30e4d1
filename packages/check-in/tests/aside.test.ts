import { expect, test } from 'vitest'
import { type PartnerCommand, viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, outcomeOf, RULES } from './support.ts'

const oneMinute = { type: 'oneMinute' } as const
const back = { type: 'back', aside: 1 } as const

const away = () => {
  const hand = new Hand().inTurn().after(20_000)
  hand.do('b', oneMinute)
  return hand
}

test('[OM1] one asks, and everything stands still for both, without cool-down', () => {
  const hand = away()
  expect(viewOf(hand.checkIn, at(hand.nowMs + 60_000))).toMatchObject({
    asides: 1,
    phase: { kind: 'running', clock: 'aside', floor: { leftMs: RULES.turnMs - 20_000 } },
  })
  expect(hand.after(24 * 3_600_000).tick().events).toEqual([])
})

test('[OM1] it can be asked for wherever the check-in runs', () => {
  for (const hand of [new Hand().opened(), new Hand().inTurn().after(RULES.turnMs), new Hand().inTurn().closing()]) {
    const { floor } = hand
    const left = eventTypes(hand.do('a', oneMinute)).at(-1)
    expect(left).toBe('asideBegan')
    hand.do('a', back)
    hand.do('b', back)
    expect(hand.floor.turn).toBe(floor.turn)
  }
})

test('[OM2] the floor waits, and says so; pausing and ending do not', () => {
  const hand = away()
  const refused: readonly PartnerCommand[] = [
    { type: 'pass', turn: 1 },
    { type: 'utter', turn: 1, utteranceId: 'u' },
    { type: 'handUp', turn: 1 },
    { type: 'askMore', turn: 1 },
    { type: 'sayBack', turn: 1, round: 1 },
    { type: 'line', lineId: 'l' },
    oneMinute,
  ]
  for (const command of refused)
    expect([command.type, outcomeOf(hand.do('a', command))]).toEqual([command.type, 'aside'])
  expect(eventTypes(hand.do('a', { type: 'pause' }))).toEqual(['frozen'])
  expect(eventTypes(away().do('a', { type: 'end' }))).toEqual(['ended'])
})

test('[OM3] it goes on when both are back, where it stood', () => {
  const hand = away()
  const first = hand.after(30_000).do('a', back)
  expect([first.events, outcomeOf(first)]).toEqual([[], 'kept'])
  const second = hand.after(30_000).do('b', back)
  expect([eventTypes(second), outcomeOf(second)]).toEqual([['asideEnded'], 'kept'])
  expect(hand.phase).toMatchObject({ clock: 'running', floor: { leftMs: RULES.turnMs - 20_000 } })
  hand.after(1000).tick()
  expect(viewOf(hand.checkIn, at(hand.nowMs)).phase).toMatchObject({ floor: { leftMs: RULES.turnMs - 21_000 } })
})

test('[OM3] back from an earlier minute, or from none, is not back', () => {
  const hand = away()
  hand.do('a', back)
  hand.do('b', back)
  expect(outcomeOf(hand.do('a', back))).toBe('not_aside')
  hand.do('a', oneMinute)
  expect(outcomeOf(hand.do('b', back))).toBe('not_aside')
  hand.do('a', { ...back, aside: 2 })
  expect(eventTypes(hand.do('b', { ...back, aside: 2 }))).toEqual(['asideEnded'])
})

test('[OM4] who is there shows only when the minute is over', () => {
  const hand = away()
  expect(hand.presence(false, true).events).toEqual([])
  expect(hand.phase).toMatchObject({ clock: 'aside' })
  hand.do('a', back)
  hand.do('b', back)
  expect(hand.phase).toMatchObject({ clock: 'stopped' })
})

test('[OM4] a pause ends the minute; the resume goes back to the floor', () => {
  const hand = away()
  hand.do('a', back)
  hand.paused()
  expect(hand.checkIn.quiet.back).toEqual({ a: null, b: null })
  expect(outcomeOf(hand.do('b', back))).toBe('frozen')
  hand.resumed()
  expect(hand.phase).toMatchObject({ kind: 'running', clock: 'running', floor: { leftMs: RULES.turnMs - 20_000 } })
})

test('[OM5] the phone between two says it once for both', () => {
  for (const by of ['a', 'b'] as const) {
    const hand = new Hand().inTurn({ way: 'table' })
    hand.do('a', oneMinute)
    const said = hand.do(by, back)
    expect([eventTypes(said), outcomeOf(said)]).toEqual([['asideEnded'], 'kept'])
    expect(hand.checkIn.quiet.back).toEqual({ a: null, b: null })
  }
})
