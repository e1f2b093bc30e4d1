import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Instant, nextDeadlineMs } from '../src/index.ts'
import { RUN } from './seed.ts'
import { at, eventTypes, Hand, outcomeOf, RULES } from './support.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const BERLIN = 'Europe/Berlin'

/** As the server's clocks stand when it is that late in Berlin in winter. */
function berlin(day: number, hour: number, minute = 0): Instant {
  const wallMs = Date.UTC(2026, 0, day, hour - 1, minute)
  return { wallMs, monotonicMs: wallMs - Date.UTC(2026, 0, 1), bootId: 'boot-1' }
}

/** Opened by two who both live in Berlin, and paused at that moment. */
function pausedAt(now: Instant, cooldownMs = 20 * MINUTE_MS): Hand {
  const hand = new Hand({ ...RULES, cooldownMs })
  const yes = { type: 'willing', planEpoch: 0, way: 'aloud', pace: 'timed', zone: BERLIN } as const
  hand.do('a', yes, now)
  hand.do('b', yes, now)
  hand.do('a', { type: 'pause' }, now)
  return hand
}

// The last one is in no data: whoever lives there sets no night.
const ZONE = fc.constantFrom(
  'Europe/Berlin',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'nowhere',
)

const ready = (rung: number, signature = `yes at ${rung}`) =>
  ({ type: 'ready', freezeEpoch: 1, rung, signature }) as const
const look = ({ phase }: Hand) =>
  phase.kind === 'frozen' ? { rung: phase.rung, look: phase.look, returnAtMs: phase.returnAtMs } : phase.kind

test('[LD1] the first look is when the cool-down is over, and each is open for ten minutes', () => {
  const hand = pausedAt(berlin(10, 20, 20))
  expect(look(hand)).toEqual({ rung: 0, look: 'asks', returnAtMs: berlin(10, 20, 40).wallMs })
  const lastMoment = berlin(10, 20, 50)
  expect(
    hand.tick({ ...lastMoment, wallMs: lastMoment.wallMs - 1, monotonicMs: lastMoment.monotonicMs - 1 }).events,
  ).toEqual([])
  expect(hand.tick(lastMoment).events.map(({ event }) => event)).toEqual([
    { type: 'lookMoved', freezeEpoch: 1, rung: 1 },
  ])
  expect(look(hand)).toEqual({ rung: 1, look: 'asks', returnAtMs: berlin(10, 21, 40).wallMs })
})

test('[LD1] two who want to may go on before they are asked, at any rung', () => {
  const hand = pausedAt(berlin(10, 20, 20))
  hand.tick(berlin(10, 20, 50))
  hand.do('a', ready(1), berlin(10, 21, 0))
  expect(eventTypes(hand.do('b', ready(1), berlin(10, 21, 5)))).toEqual(['resumed'])
  expect(hand.checkIn.room.lastResume).toMatchObject({ freezeEpoch: 1, rung: 1 })
})

test('[LD2] a look voids the yeses that were given before it', () => {
  const hand = pausedAt(berlin(10, 20, 20))
  hand.do('a', ready(0), berlin(10, 20, 45))
  const late = hand.do('b', ready(0), berlin(10, 20, 50))
  expect(eventTypes(late)).toEqual(['lookMoved'])
  expect(outcomeOf(late)).toBe('stale_freeze_epoch')
  expect(hand.checkIn.quiet.ready).toEqual({ a: null, b: null })
  expect(hand.do('b', ready(1), berlin(10, 20, 51)).events).toEqual([])
  expect(eventTypes(hand.do('a', ready(1), berlin(10, 20, 52)))).toEqual(['resumed'])
})

test('[LD3] an hour later, half a day later, the same time next day, and then it is set down', () => {
  const hand = pausedAt(berlin(10, 20, 20))
  const looks = [berlin(10, 20, 50), berlin(10, 21, 50), berlin(11, 9, 50)].map((now) => {
    hand.tick(now)
    return look(hand)
  })
  expect(looks).toEqual([
    { rung: 1, look: 'asks', returnAtMs: berlin(10, 21, 40).wallMs },
    { rung: 2, look: 'asks', returnAtMs: berlin(11, 9, 40).wallMs },
    { rung: 3, look: 'asks', returnAtMs: berlin(11, 20, 20).wallMs },
  ])
  const over = berlin(11, 20, 30)
  expect(eventTypes(hand.tick(over))).toEqual(['ended'])
  expect(hand.phase).toEqual({ kind: 'ended', endedAtMs: over.wallMs, setDown: true })
})

test('[LD4] what falls into the night is asked at nine, and the cool-down is over before', () => {
  const hand = pausedAt(berlin(10, 21, 55))
  expect(look(hand)).toMatchObject({ returnAtMs: berlin(11, 9).wallMs })
  hand.do('a', ready(0), berlin(10, 22, 15))
  expect(eventTypes(hand.do('b', ready(0), berlin(10, 22, 16)))).toEqual(['resumed'])
})

test('[LD5] a look that would come after the cap is not taken: it is set down at the cap', () => {
  const hand = pausedAt(berlin(10, 23, 0))
  hand.tick(berlin(11, 10, 10))
  expect(look(hand)).toEqual({ rung: 2, look: 'setsDown', returnAtMs: berlin(11, 23).wallMs })
  expect(eventTypes(hand.tick(berlin(11, 22, 59)))).toEqual([])
  expect(eventTypes(hand.tick(berlin(11, 23)))).toEqual(['ended'])
})

test('[LD5] with a break of a day it is asked once', () => {
  const hand = pausedAt(berlin(10, 20, 0), 24 * HOUR_MS)
  expect(hand.tick(berlin(11, 20, 9)).events).toEqual([])
  expect(look(hand)).toMatchObject({ rung: 0, returnAtMs: berlin(11, 20).wallMs })
  expect(eventTypes(hand.tick(berlin(11, 20, 10)))).toEqual(['ended'])
})

test('[LD6] set down, nothing says who was ready, who paused, or where anybody lives', () => {
  const hand = pausedAt(berlin(10, 20, 20))
  hand.do('a', ready(0), berlin(10, 20, 45))
  hand.tick(berlin(12, 0))
  expect(JSON.stringify(hand.checkIn)).not.toMatch(/yes at|Berlin|frozen/)
  expect(outcomeOf(hand.do('b', { type: 'pause' }, berlin(12, 0)))).toBe('ended')
})

test('[LD6] a pause that comes after the last look is told that it is over', () => {
  const hand = pausedAt(berlin(10, 20, 20))
  const late = hand.do('b', { type: 'pause' }, berlin(14, 0))
  expect(outcomeOf(late)).toBe('ended')
  expect(eventTypes(late)).toEqual(['lookMoved', 'lookMoved', 'lookMoved', 'ended'])
})

test('[LD7] another pause leaves the look where it was', () => {
  const hand = pausedAt(berlin(10, 20, 20))
  hand.tick(berlin(10, 20, 50))
  const before = look(hand)
  hand.do('b', { type: 'pause' }, berlin(10, 21, 0))
  expect(look(hand)).toEqual(before)
  expect(outcomeOf(hand.do('a', ready(1), berlin(10, 21, 1)))).toBe('stale_freeze_epoch')
})

test('[LD8] looking often or never comes to the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 24 * 60 * 300 }),
      fc.integer({ min: 5, max: 24 * 60 }),
      fc.array(fc.integer({ min: 0, max: 72 * 60 }), { maxLength: 30 }),
      fc.tuple(ZONE, ZONE),
      (pausedAtMinute, cooldownMinutes, ticks, [a, b]) => {
        const start = (): Hand => {
          const hand = new Hand({ ...RULES, cooldownMs: cooldownMinutes * MINUTE_MS })
          hand.nowMs = pausedAtMinute * MINUTE_MS
          hand.do('a', { type: 'willing', planEpoch: 0, way: 'aloud', pace: 'timed', zone: a })
          hand.do('b', { type: 'willing', planEpoch: 0, way: 'aloud', pace: 'timed', zone: b })
          return hand.paused()
        }
        const [often, never] = [start(), start()]
        const sorted = ticks.toSorted((one, other) => one - other)
        const events = sorted.flatMap((minute) => often.tick(at(often.nowMs + minute * MINUTE_MS)).events)
        const last = at(never.nowMs + (sorted.at(-1) ?? 0) * MINUTE_MS)
        expect(never.tick(last).events).toEqual(events)
        expect(never.checkIn).toEqual(often.checkIn)
      },
    ),
    RUN,
  )
})

test('[LD8] however it goes, it is asked, it climbs, and within two days and the break it is over', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 24 * 60 * 300 }),
      fc.integer({ min: 5, max: 24 * 60 }),
      ZONE,
      ZONE,
      (minute, breakMinutes, a, b) => {
        const hand = new Hand({ ...RULES, cooldownMs: breakMinutes * MINUTE_MS })
        hand.nowMs = minute * MINUTE_MS
        for (const [by, zone] of [
          ['a', a],
          ['b', b],
        ] as const) {
          hand.do(by, { type: 'willing', planEpoch: 0, way: 'aloud', pace: 'timed', zone })
        }
        hand.paused()
        const frozenAtMs = at(hand.nowMs).wallMs
        let asked = 0
        for (let looks = 0; hand.phase.kind === 'frozen'; looks += 1) {
          expect(looks).toBeLessThan(6)
          if (hand.phase.look === 'asks') asked += 1
          expect(hand.phase.returnAtMs).toBeGreaterThanOrEqual(frozenAtMs + breakMinutes * MINUTE_MS)
          hand.after(nextDeadlineMs(hand.checkIn, at(hand.nowMs)) ?? 0).tick()
        }
        expect(asked).toBeGreaterThan(0)
        if (hand.phase.kind !== 'ended') throw new Error('neither paused nor over')
        expect(hand.phase.endedAtMs - frozenAtMs).toBeLessThanOrEqual(50 * HOUR_MS)
        expect(hand.phase.endedAtMs - frozenAtMs).toBeGreaterThanOrEqual(23 * HOUR_MS)
      },
    ),
    RUN,
  )
})

test('[LD9] a wall clock that steps back opens no look again, and one that leaps takes no cool-down away', () => {
  const hand = pausedAt(berlin(10, 20, 20))
  hand.tick(berlin(10, 20, 50))
  const before = look(hand)
  expect(hand.tick({ ...berlin(10, 20, 55), wallMs: berlin(10, 20, 41).wallMs }).events).toEqual([])
  expect(look(hand)).toEqual(before)

  const leapt = pausedAt(berlin(10, 20, 20))
  expect(leapt.tick({ ...berlin(10, 20, 39), wallMs: berlin(20, 0).wallMs }).events).toEqual([])
  expect(look(leapt)).toMatchObject({ rung: 0 })
})

test('[LD9] an idle room is worth waking when its look is over, and not before its cool-down', () => {
  const hand = pausedAt(berlin(10, 20, 20))
  expect(nextDeadlineMs(hand.checkIn, berlin(10, 20, 20))).toBe(30 * MINUTE_MS)
  expect(nextDeadlineMs(hand.checkIn, berlin(12, 0))).toBe(0)
  expect(nextDeadlineMs(hand.checkIn, { ...berlin(10, 20, 30), wallMs: berlin(12, 0).wallMs })).toBe(10 * MINUTE_MS)
})

/** Whatever somebody answers, and when. */
const answers = fc.array(
  fc.record({
    minute: fc.integer({ min: 0, max: 30 * 60 }),
    say: fc.constantFrom('ready', 'notYet', 'readyThenNotYet'),
  }),
  { maxLength: 20 },
)

test('[LW1] at every rung the room is the same, to the byte, whatever one of the two answers', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const [answering, silent] = [pausedAt(berlin(10, 20, 20)), pausedAt(berlin(10, 20, 20))]
      const rooms: string[][] = [[], []]
      const sorted = given.toSorted((one, other) => one.minute - other.minute)
      for (const { minute, say } of sorted) {
        const now = berlin(10, 20, 20 + minute)
        silent.tick(now)
        const { phase } = answering.tick(now).checkIn.room
        if (phase.kind === 'frozen') {
          if (say !== 'notYet') answering.do('a', ready(phase.rung), now)
          if (say !== 'ready') answering.do('a', { type: 'notYet' }, now)
        }
        rooms[0]?.push(JSON.stringify(answering.checkIn.room))
        rooms[1]?.push(JSON.stringify(silent.checkIn.room))
      }
      expect(rooms[0]).toEqual(rooms[1])
    }),
    RUN,
  )
})

test('[LD10] a pause outside any conversation is asked once, for half an hour, and then it is over', () => {
  const hand = new Hand({ ...RULES, cooldownMs: 20 * MINUTE_MS })
  hand.do('a', { type: 'pause' }, berlin(10, 20, 20))
  expect(look(hand)).toEqual({ rung: 0, look: 'asks', returnAtMs: berlin(10, 20, 40).wallMs })
  expect(nextDeadlineMs(hand.checkIn, berlin(10, 20, 20))).toBe(50 * MINUTE_MS)
  hand.do('b', ready(0), berlin(10, 20, 45))
  expect(hand.tick(berlin(10, 21, 9)).events).toEqual([])
  expect(eventTypes(hand.tick(berlin(10, 21, 10)))).toEqual(['ended'])
  expect(hand.phase).toEqual({ kind: 'ended', endedAtMs: berlin(10, 21, 10).wallMs, setDown: true })
  expect(hand.checkIn.room.openedAtMs).toBeNull()
})

test('[LD10] two who want to meanwhile go back to where they were', () => {
  const hand = new Hand({ ...RULES, cooldownMs: 20 * MINUTE_MS })
  hand.do('a', { type: 'pause' }, berlin(10, 20, 20))
  hand.do('b', { type: 'pause' }, berlin(10, 20, 30))
  hand.do('a', { ...ready(0), freezeEpoch: 2 }, berlin(10, 21, 0))
  expect(eventTypes(hand.do('b', { ...ready(0), freezeEpoch: 2 }, berlin(10, 21, 9)))).toEqual(['resumed'])
  expect(hand.phase).toEqual({ kind: 'waiting' })
})
