import { expect, test } from 'vitest'
import { nextDeadlineMs, type PartnerCommand, type Seat, viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, outcomeOf, RULES, turnOf } from './support.ts'

const LEFT_MS = RULES.turnMs - 12_345
const MINUTE_MS = 60_000

/** In the starter's first turn, paused and both ready. */
const comingBack = () => new Hand().inTurn().after(12_345).paused('b').comingBack()
const goOn = (stage: 'saying' | 'reading' = 'saying'): PartnerCommand => ({ type: 'goOn', freezeEpoch: 1, stage })
/** Both have said a line. */
const reading = () => {
  const hand = comingBack()
  return hand.does('a', hand.reenter({ lineId: 'A' })).does('b', hand.reenter({ lineId: 'B' }))
}
const shownAt = (hand: Hand) => viewOf(hand.checkIn, at(hand.nowMs))

test('[RE1] the floor is there again as it was once both came back to it, however long that took', () => {
  const hand = comingBack()
  expect(nextDeadlineMs(hand.checkIn, at(hand.nowMs))).toBeNull()
  hand.after(3_600_000).tick()
  hand.presence(true, false)
  hand.presence(true, true)
  expect(hand.floor).toEqual(turnOf('a', 1, LEFT_MS))
  hand.do('b', hand.reenter())
  expect(eventTypes(hand.do('a', hand.reenter()))).toEqual(['cameBack'])
  expect(hand.phase).toEqual({
    kind: 'running',
    floor: turnOf('a', 1, LEFT_MS),
    clock: 'running',
    asOf: at(hand.nowMs),
  })
})

test('[RE1] the clock waits for whoever is not there when the floor is', () => {
  const hand = comingBack()
  hand.presence(false, true)
  for (const by of ['a', 'b'] as const) hand.do(by, hand.reenter())
  expect(hand.phase).toMatchObject({ kind: 'running', clock: 'stopped' })
})

test('[RE1] from waiting there is nothing to come back to', () => {
  expect(new Hand().paused().comingBack().phase).toEqual({ kind: 'waiting' })
})

test('[RE1] a pause in either stage is a pause, and gives back the same floor', () => {
  for (const hand of [comingBack(), reading()]) {
    expect(eventTypes(hand.do('a', { type: 'pause' }))).toEqual(['frozen'])
    expect(hand.phase).toMatchObject({
      kind: 'frozen',
      interrupted: { kind: 'floor', floor: turnOf('a', 1, LEFT_MS) },
      frozenAt: at(hand.nowMs),
      rung: 0,
    })
    expect(hand.resumed().floor).toEqual(turnOf('a', 1, LEFT_MS))
  }
})

test('[RE2] a line is a private answer until both have answered, and then both show at once', () => {
  for (const first of ['a', 'b'] as const) {
    const second: Seat = first === 'a' ? 'b' : 'a'
    const hand = comingBack()
    const before = shownAt(hand)
    const step = hand.do(first, hand.reenter({ lineId: `of ${first}` }))
    expect([step.events, outcomeOf(step)]).toEqual([[], 'kept'])
    expect(shownAt(hand)).toEqual(before)
    const shown = hand.do(second, hand.reenter({ lineId: `of ${second}` }))
    expect(outcomeOf(shown)).toBe('kept')
    expect(shown.events.map(({ event }) => event)).toEqual([
      { type: 'reentered', by: 'a', lineId: 'of a' },
      { type: 'reentered', by: 'b', lineId: 'of b' },
    ])
    expect(hand.phase).toMatchObject({ kind: 'returning', stage: 'reading', floor: turnOf('a', 1, LEFT_MS) })
  }
})

test('[RE2] whoever says nothing leaves nothing; without any line there is nothing to read', () => {
  const hand = comingBack()
  hand.do('b', hand.reenter())
  expect(eventTypes(hand.do('a', hand.reenter({ lineId: 'A' })))).toEqual(['reentered'])
  const silent = comingBack()
  silent.do('a', goOn())
  expect(eventTypes(silent.do('b', silent.reenter()))).toEqual(['cameBack'])
})

test('[RE2] the last answer of one’s own counts, and going on keeps it', () => {
  const hand = comingBack()
  hand
    .does('a', hand.reenter({ lineId: 'one' }))
    .does('a', hand.reenter({ lineId: 'two' }))
    .does('a', goOn())
  const shown = hand.do('b', goOn())
  expect(shown.events.map(({ event }) => event)).toEqual([{ type: 'reentered', by: 'a', lineId: 'two' }])
})

test('[RE3] what there is to read is read by both; being through with it is private', () => {
  const hand = reading()
  const before = shownAt(hand)
  const step = hand.do('b', goOn('reading'))
  expect([step.events, outcomeOf(step)]).toEqual([[], 'kept'])
  expect(shownAt(hand)).toEqual(before)
  expect(eventTypes(hand.do('a', goOn('reading')))).toEqual(['cameBack'])
  expect(hand.floor).toEqual(turnOf('a', 1, LEFT_MS))
})

test('[RE4] after two minutes, or one of reading, either goes on without the other, and not before', () => {
  for (const by of ['a', 'b'] as const) {
    const hand = comingBack()
    hand.do('a', hand.reenter({ lineId: 'A' }))
    hand.after(2 * MINUTE_MS - 1)
    expect(shownAt(hand).phase).toMatchObject({ leastLeftMs: 1 })
    if (by === 'a') expect(hand.do(by, goOn()).events).toEqual([])
    expect(eventTypes(hand.after(1).do(by, goOn()))).toEqual(['reentered'])
    expect(hand.after(MINUTE_MS - 1).do(by, goOn('reading')).events).toEqual([])
    expect(eventTypes(hand.after(1).do(by, goOn('reading')))).toEqual(['cameBack'])
  }
})

test('[RE4] one alone never goes on by saying a line, and time alone moves nothing', () => {
  const hand = comingBack().after(3_600_000)
  expect(hand.do('a', hand.reenter({ lineId: 'A' })).events).toEqual([])
  expect(hand.tick().events).toEqual([])
})

test('[RE4] a leap of either clock gives nobody less than their time', () => {
  const hand = comingBack()
  const { wallMs, monotonicMs, bootId } = at(hand.nowMs)
  for (const leap of [
    { wallMs: wallMs + 3_600_000, monotonicMs: monotonicMs + 1000, bootId },
    { wallMs: wallMs + 1000, monotonicMs: monotonicMs + 3_600_000, bootId },
  ]) {
    expect(hand.do('a', goOn(), leap).events).toEqual([])
  }
})

test('[RE5] another topic takes two yeses, and anything else shows nothing', () => {
  for (const [a, b] of [
    [true, false],
    [false, true],
    [false, false],
  ] as const) {
    const hand = comingBack()
    hand.does('a', hand.reenter({ another: a }))
    expect(eventTypes(hand.do('b', hand.reenter({ another: b })))).toEqual(['cameBack'])
    expect(hand.checkIn.room.redirectedIn).toBeNull()
  }
  const hand = comingBack()
  hand.does('a', hand.reenter({ another: true, lineId: 'A' }))
  expect(eventTypes(hand.do('b', hand.reenter({ another: true })))).toEqual(['reentered', 'redirected'])
  expect(hand.checkIn.room.redirectedIn).toBe(1)
  expect(hand.does('a', goOn('reading')).does('b', goOn('reading')).floor).toEqual(turnOf('a', 1, LEFT_MS))
})

test('[RE5] a topic that was left is no count, and is forgotten at the end', () => {
  const hand = comingBack()
  hand
    .does('a', hand.reenter({ another: true }))
    .does('b', hand.reenter({ another: true }))
    .does('b', { type: 'end' })
  expect(hand.checkIn.room.redirectedIn).toBeNull()
})

test('[RE6] an answer is for one stage after one freeze', () => {
  const hand = comingBack()
  hand
    .does('a', hand.reenter({ lineId: 'A', another: true }))
    .paused()
    .comingBack()
  expect(hand.checkIn.quiet.through).toEqual({ a: null, b: null })
  for (const late of [goOn(), hand.reenter({ freezeEpoch: 1 }), { ...goOn('reading'), freezeEpoch: 2 } as const]) {
    expect(outcomeOf(hand.do('b', late))).toBe('not_returning')
  }
  expect(outcomeOf(reading().do('a', comingBack().reenter()))).toBe('not_returning')
})

test('I14 · nobody is heard, and nothing of the floor moves, while both come back', () => {
  for (const hand of [comingBack(), reading()]) {
    for (const command of [
      { type: 'utter', turn: 1, utteranceId: 'u' },
      { type: 'pass', turn: 1 },
      { type: 'slow' },
      { type: 'oneMinute' },
      { type: 'comfort', answer: 'fine' },
    ] satisfies PartnerCommand[]) {
      expect(outcomeOf(hand.do('a', command))).toBe('returning')
    }
  }
})
