import { expect, test } from 'vitest'
import { elapsedMs, nextDeadlineMs, viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, PLAN, RULES } from './support.ts'

test('[TM1] elapsed time is the slower clock’s', () => {
  const from = { wallMs: 1000, monotonicMs: 50, bootId: 'x' }
  expect(elapsedMs(from, { wallMs: 3000, monotonicMs: 60, bootId: 'x' })).toBe(10)
  expect(elapsedMs(from, { wallMs: 1005, monotonicMs: 900, bootId: 'x' })).toBe(5)
  expect(elapsedMs(from, { wallMs: 0, monotonicMs: 900, bootId: 'x' })).toBe(0)
  expect(elapsedMs(from, { wallMs: 3000, monotonicMs: 0, bootId: 'x' })).toBe(0)
})

test('[TM1] across a reboot only the wall clock counts, in whole milliseconds', () => {
  const from = { wallMs: 1000, monotonicMs: 50_000, bootId: 'x' }
  expect(elapsedMs(from, { wallMs: 3000.9, monotonicMs: 1, bootId: 'y' })).toBe(2000)
  expect(elapsedMs(from, { wallMs: 500, monotonicMs: 90_000, bootId: 'y' })).toBe(0)
})

test('[TM2] what time brought about comes in order, each with its seq, before the command’s own', () => {
  const hand = new Hand().opened()
  const step = hand.after(RULES.breathMs + RULES.turnMs + RULES.graceMs + RULES.breathMs).do('a', { type: 'pause' })
  expect(step.events.map(({ seq, event }) => `${seq} ${event.type}`)).toEqual([
    '2 floorGranted',
    '3 graceBegan',
    '4 floorRevoked',
    '5 floorGranted',
    '6 frozen',
  ])
  expect(hand.floor).toMatchObject({ kind: 'turn', holder: 'b', leftMs: RULES.turnMs })
})

test('[TM2] a refused command still commits the time that has passed', () => {
  const hand = new Hand().opened()
  const step = hand.after(RULES.breathMs).do('b', { type: 'pass', turn: 1 })
  expect(step.outcome).toEqual({ kind: 'refused', refusal: { code: 'not_holder' } })
  expect(eventTypes(step)).toEqual(['floorGranted'])
})

test('[TM2] events happen to the millisecond', () => {
  const hand = new Hand().inTurn()
  expect(eventTypes(hand.after(RULES.turnMs - 1).tick())).toEqual([])
  expect(eventTypes(hand.after(1).tick())).toEqual(['graceBegan'])
})

test('[TM3] asking often costs nothing', () => {
  const hand = new Hand().inTurn()
  const { room } = hand.checkIn
  for (let ms = 0; ms < 999; ms += 1) hand.after(1).tick()
  expect(hand.checkIn.room).toBe(room)
  hand.after(1).do('a', { type: 'utter', turn: 1, utteranceId: 'u' })
  expect(hand.floor).toMatchObject({ leftMs: RULES.turnMs - 1000 })
})

test('[TM4] an instant before the last one neither takes nor gives time', () => {
  const hand = new Hand().inTurn().after(10_000)
  hand.do('a', { type: 'utter', turn: 1, utteranceId: 'u-1' })
  hand.do('a', { type: 'utter', turn: 1, utteranceId: 'u-2' }, at(hand.nowMs - 4000))
  expect(hand.floor).toMatchObject({ leftMs: 50_000 })
  hand.after(1000).do('a', { type: 'utter', turn: 1, utteranceId: 'u-3' })
  expect(hand.floor).toMatchObject({ leftMs: 49_000 })
})

test('[TM4] a wall clock set back costs the speaker nothing', () => {
  const hand = new Hand().inTurn()
  const setBack = { ...at(hand.nowMs + 1000), wallMs: at(0).wallMs - 600_000 }
  hand.do('a', { type: 'utter', turn: 1, utteranceId: 'u-1' }, setBack)
  expect(hand.floor).toMatchObject({ leftMs: RULES.turnMs })
  const later = { ...setBack, wallMs: setBack.wallMs + 2000, monotonicMs: setBack.monotonicMs + 2000 }
  hand.do('a', { type: 'utter', turn: 1, utteranceId: 'u-2' }, later)
  expect(hand.floor).toMatchObject({ leftMs: RULES.turnMs - 2000 })
})

test('[TM5] a clock that leaps by years comes to the closing, and stays there', () => {
  const hand = new Hand().inTurn()
  const step = hand.tick(at(10 * 365 * 24 * 3_600_000, 'boot-2'))
  expect(eventTypes(step).at(-1)).toBe('closingBegan')
  expect(hand.floor).toEqual({ kind: 'closing', turn: PLAN.turns.length + 1 })
  expect(step.events.length).toBeLessThan(4 * PLAN.turns.length)
})

test('[TM6] the deadline is the floor’s, while its clock runs', () => {
  const hand = new Hand()
  expect(nextDeadlineMs(hand.checkIn, at(0))).toBeNull()
  hand.inTurn()
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs + 1000))).toBe(RULES.turnMs - 1000)
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs + 999_000))).toBe(0)
  hand.presence(false, true)
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs))).toBeNull()
  hand.presence(true, true)
  hand.paused()
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs))).toBe(RULES.cooldownMs + 600_000)
})

test('[TM7] a server that was away takes nobody’s time', () => {
  const hand = new Hand().inTurn().after(20_000)
  const lastBeat = at(hand.nowMs)
  const back = at(hand.nowMs + 3_600_000, 'boot-2')
  expect(eventTypes(hand.presence(false, false, lastBeat))).toEqual(['clockStopped'])
  expect(hand.tick(back).events).toEqual([])
  hand.presence(true, true, back)
  expect(viewOf(hand.checkIn, back).phase).toMatchObject({ floor: { kind: 'turn', leftMs: 40_000 } })
})

test('[TM7] also when its clock was set back meanwhile', () => {
  const hand = new Hand().inTurn().after(20_000)
  hand.presence(false, false)
  const back = { wallMs: at(0).wallMs - 600_000, monotonicMs: 0, bootId: 'boot-2' }
  hand.presence(true, true, back)
  const later = { ...back, wallMs: back.wallMs + 1000, monotonicMs: 1000 }
  expect(viewOf(hand.checkIn, later).phase).toMatchObject({ floor: { leftMs: 39_000 } })
})
