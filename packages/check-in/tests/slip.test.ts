import { expect, test } from 'vitest'
import { type Instant, nextDeadlineMs, type PartnerCommand, type Seat, viewOf } from '../src/index.ts'
import { climb } from '../src/ladder.ts'
import { at, eventTypes, Hand, outcomeOf, RULES, turnOf, YES } from './support.ts'

const GESTURE: PartnerCommand = { type: 'pause', slippable: true }
const TO_CALL_MS = 30_000
const TO_AGREE_MS = 60_000

const slip = (by: Seat, freezeEpoch = 1): PartnerCommand => ({
  type: 'slip',
  freezeEpoch,
  signature: `${by} slips ${freezeEpoch}`,
})
const ready = (by: Seat): PartnerCommand => ({
  type: 'ready',
  freezeEpoch: 1,
  rung: 0,
  signature: `${by} ready`,
})

/** A's gesture, in the middle of A's turn. */
const gestured = () => new Hand().inTurn().after(12_345).does('a', GESTURE)
const called = () => gestured().does('a', slip('a'))

test('[SP1] a pause by a gesture looks like any other, to everybody', () => {
  const [gesture, button] = [gestured(), new Hand().inTurn().after(12_345).does('a', { type: 'pause' })]
  expect(gesture.checkIn.room).toEqual(button.checkIn.room)
  expect(viewOf(gesture.checkIn, at(gesture.nowMs))).toEqual(viewOf(button.checkIn, at(button.nowMs)))
  expect(gesture.checkIn.quiet.slip).toEqual({ by: 'a', freezeEpoch: 1, wasReturning: false, signature: null })
  expect(button.checkIn.quiet.slip).toBeNull()
})

test('[SP1] one in a pause, or on top of a button, leaves no chance', () => {
  const onTop = new Hand().inTurn().does('b', { type: 'pause' }).does('a', GESTURE)
  expect(outcomeOf(onTop.do('a', slip('a', 2)))).toBe('no_slip')
  expect(outcomeOf(new Hand().inTurn().paused().do('a', slip('a')))).toBe('no_slip')
})

test('[SP2] whoever made it calls it a slip, and nobody else', () => {
  const step = gestured().do('a', slip('a'))
  expect(step.events.map(({ event }) => event)).toEqual([{ type: 'slipCalled', freezeEpoch: 1 }])
  expect(step.outcome).toEqual({ kind: 'committed', seq: step.checkIn.room.seq })
  expect(viewOf(step.checkIn, at(12_345)).phase).toMatchObject({
    kind: 'frozen',
    slip: { by: 'a', leftMs: TO_AGREE_MS },
  })
  // The partner is told the same as of a pause by the button.
  expect(outcomeOf(gestured().do('b', slip('b')))).toBe('no_slip')
  expect(outcomeOf(gestured().do('a', slip('a', 2)))).toBe('stale_freeze_epoch')
  expect(outcomeOf(new Hand().inTurn().do('a', slip('a')))).toBe('not_frozen')
})

test('[SP2] for half a minute, and calling it twice is calling it once', () => {
  expect(
    outcomeOf(
      gestured()
        .after(TO_CALL_MS - 1)
        .do('a', slip('a')),
    ),
  ).toBe('committed')
  expect(outcomeOf(gestured().after(TO_CALL_MS).do('a', slip('a')))).toBe('no_slip')
  const twice = called().do('a', slip('a'))
  expect(twice.events).toEqual([])
  expect(outcomeOf(twice)).toBe('committed')
})

test('[SP3] both have said it: the floor is there at once, with its exact left time, and no cool-down', () => {
  const hand = called().after(5000)
  const step = hand.do('b', slip('b'))
  expect(step.events.map(({ event }) => event)).toEqual([{ type: 'slipped', freezeEpoch: 1 }])
  expect(hand.phase).toEqual({
    kind: 'running',
    floor: turnOf('a', 1, RULES.turnMs - 12_345),
    clock: 'running',
    asOf: at(hand.nowMs),
  })
  expect(hand.checkIn.room.lastResume).toEqual({
    of: 'slip',
    freezeEpoch: 1,
    rung: 0,
    signatures: { a: 'a slips 1', b: 'b slips 1' },
  })
  expect(hand.checkIn.quiet.slip).toBeNull()
})

test('[SP3] the clock waits after it until both are there', () => {
  const hand = called()
  hand.presence(true, false)
  expect(hand.does('b', slip('b')).phase).toMatchObject({ kind: 'running', clock: 'stopped' })
})

test('[SP3] from the wait it goes back to the wait, from coming back to coming back', () => {
  const waiting = new Hand().does('b', YES).does('b', GESTURE).does('b', slip('b')).does('a', slip('a'))
  expect(waiting.phase).toEqual({ kind: 'waiting' })
  expect(waiting.checkIn.quiet.willing).toEqual({ a: null, b: null })

  const coming = new Hand().inTurn().paused().comingBack()
  coming.does('a', GESTURE).does('a', slip('a', 2)).does('b', slip('b', 2))
  expect(coming.phase).toMatchObject({ kind: 'returning', stage: 'saying', freezeEpoch: 2 })
})

test('[SP3] out of a minute it goes back to the floor: both are there to say so', () => {
  const hand = new Hand().inTurn().does('a', { type: 'oneMinute' }).does('a', GESTURE)
  hand.does('a', slip('a')).does('b', slip('b'))
  expect(hand.phase).toMatchObject({ kind: 'running', clock: 'running', floor: { kind: 'turn', turn: 1 } })
})

test('[SP3] a pause after it is a pause like any other', () => {
  const hand = called().does('b', slip('b')).after(1000).does('a', { type: 'pause' })
  expect(outcomeOf(hand.do('a', slip('a', 2)))).toBe('no_slip')
  expect(outcomeOf(hand.do('b', { type: 'ready', freezeEpoch: 2, rung: 0, signature: 'B' }))).toBe('cooldown_running')
})

test('[SP4] no answer is no answer: after a minute it lapses, and the pause stands as it stood', () => {
  const [silent, button] = [called(), new Hand().inTurn().after(12_345).paused()]
  expect(silent.after(TO_AGREE_MS - 1).tick().events).toEqual([])
  const step = silent.after(1).tick()
  expect(step.events.map(({ event }) => event)).toEqual([{ type: 'slipLapsed', freezeEpoch: 1 }])
  expect(silent.phase).toEqual(button.phase)
  expect(silent.checkIn.quiet).toEqual(button.checkIn.quiet)
  expect(outcomeOf(silent.do('b', slip('b')))).toBe('no_slip')
  expect(outcomeOf(silent.do('a', slip('a')))).toBe('no_slip')
})

test('[SP4] who could have called it is forgotten after half a minute, without an event', () => {
  const hand = gestured()
  const { room } = hand.checkIn
  hand.after(TO_CALL_MS - 1).tick()
  expect(hand.checkIn.quiet.slip).not.toBeNull()
  hand.after(1).tick()
  expect(hand.checkIn.quiet.slip).toBeNull()
  expect(hand.checkIn.room).toBe(room)
})

test('[SP4] an idle room is woken for both', () => {
  const hand = gestured()
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs))).toBe(TO_CALL_MS)
  hand.after(1000).does('a', slip('a')).after(500)
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs))).toBe(TO_AGREE_MS - 500)
  hand.after(TO_AGREE_MS).tick()
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs))).toBeGreaterThan(TO_AGREE_MS)
})

test('[SP4] no leap of a clock makes either while longer', () => {
  const leaps: ((ms: number) => Instant)[] = [
    (ms) => ({ ...at(ms), wallMs: at(ms).wallMs - 3_600_000 }),
    (ms) => ({ ...at(ms), monotonicMs: 0 }),
    (ms) => at(ms, 'boot-2'),
    (ms) => ({ ...at(0, 'boot-2'), wallMs: at(ms).wallMs - 3_600_000 }),
  ]
  for (const leap of leaps) {
    const late = gestured()
    expect(outcomeOf(late.do('a', slip('a'), leap(late.nowMs + TO_CALL_MS)))).toBe('no_slip')
    const lapsed = called()
    expect(outcomeOf(lapsed.do('b', slip('b'), leap(lapsed.nowMs + TO_AGREE_MS)))).toBe('no_slip')
  }
})

test('[SP5] another pause, by anybody and any way, makes it impossible', () => {
  for (const by of ['a', 'b'] satisfies Seat[]) {
    for (const pause of [GESTURE, { type: 'pause' }] satisfies PartnerCommand[]) {
      for (const hand of [gestured(), called()]) {
        hand.does(by, pause)
        expect(hand.phase).toMatchObject({ kind: 'frozen', freezeEpoch: 2, slip: null })
        expect(hand.checkIn.quiet.slip).toBeNull()
        for (const who of ['a', 'b'] satisfies Seat[]) expect(outcomeOf(hand.do(who, slip(who, 2)))).toBe('no_slip')
        expect(outcomeOf(hand.do('b', slip('b', 1)))).toBe('stale_freeze_epoch')
      }
    }
  }
})

test('[SP5] a resume, the next look and the end leave nothing of it', () => {
  const rules = { ...RULES, cooldownMs: 1000 }
  const hand = new Hand(rules).inTurn().does('a', GESTURE).does('a', slip('a')).after(1000)
  hand.does('a', ready('a')).does('b', ready('b'))
  expect(hand.checkIn.room.lastResume).toMatchObject({ of: 'ready' })
  expect(hand.checkIn.quiet.slip).toBeNull()

  // By their own whiles they are always gone by then; a look does not rely on that.
  const looked = climb(called().checkIn, at(12 * 60_000 + RULES.cooldownMs)).checkIn
  expect(looked.room.phase).toMatchObject({ kind: 'frozen', rung: 1, slip: null })
  expect(looked.quiet.slip).toBeNull()

  const ended = called().does('b', { type: 'end' })
  expect(ended.checkIn.quiet.slip).toBeNull()
  expect(JSON.stringify(ended.checkIn)).not.toContain('slip":{')
})

test('[SP6] nothing before the other one’s yes moves anything', () => {
  const hand = called().after(1000)
  expect(eventTypes(hand.do('b', { type: 'notYet' }))).toEqual([])
  expect(outcomeOf(hand.do('b', ready('b')))).toBe('cooldown_running')
  expect(outcomeOf(hand.do('b', { type: 'pass', turn: 1 }))).toBe('frozen')
  expect(hand.phase.kind).toBe('frozen')
})
