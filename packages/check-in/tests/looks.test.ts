import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneNamed } from '../src/index.ts'
import { byDay, sameTimeOfDay } from '../src/looks.ts'
import { wallClockIn } from '../src/wall-clock.ts'
import { RUN } from './seed.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Both hemispheres, halves and quarters of an hour, no summer time, and both ends of the day. */
const ZONES = [
  'Europe/Berlin',
  'America/Bogota',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'UTC',
] as const
const zone = fc.constantFrom(...ZONES)
const anyTime = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) })

/** An onlooker's clock: another way to ask the same data. */
function shown(atMs: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(atMs)
  const [date = '', time = ''] = parts.split(', ')
  return { date, time, hour: Number(time.slice(0, 2)) }
}

test('[LD4] the clock shows what the platform’s own calendar shows, and finds its way back', () => {
  fc.assert(
    fc.property(anyTime, zone, (atMs, timeZone) => {
      const clock = wallClockIn(timeZone)
      const ms = clock.timeOfDayMs(atMs)
      expect(new Date(ms).toISOString().slice(11, 19)).toBe(shown(atMs, timeZone).time)
      const back = clock.instantOf(clock.day(atMs), ms)
      // Only an hour that comes twice has two moments; the first one is meant.
      expect([0, 0.5, 1].map((hours) => atMs - hours * HOUR_MS)).toContain(back)
    }),
    RUN,
  )
})

test('[LD4] nobody is asked in their night, and nobody’s morning is missed by more than a day', () => {
  fc.assert(
    fc.property(anyTime, fc.record({ a: zone, b: zone }), (atMs, zones) => {
      const at = byDay(atMs, zones)
      const hours = [zones.a, zones.b].map((timeZone) => shown(at, timeZone).hour)
      for (const hour of hours) expect(hour >= 8 && hour < 22, hours.join()).toBe(true)
      expect(at).toBeGreaterThanOrEqual(atMs)
      expect(at - atMs).toBeLessThanOrEqual(25 * HOUR_MS)
      if (at !== atMs) expect([zones.a, zones.b].map((timeZone) => shown(at, timeZone).time)).toContain('09:00:00')
    }),
    RUN,
  )
})

test('[LD4] a night ends at nine, also when it is an hour shorter or longer', () => {
  const nights = [
    // The clocks go forward, then back, in the north and in the south.
    ['Europe/Berlin', Date.UTC(2026, 2, 28, 22, 0), Date.UTC(2026, 2, 29, 7, 0)],
    ['Europe/Berlin', Date.UTC(2026, 9, 24, 21, 0), Date.UTC(2026, 9, 25, 8, 0)],
    ['America/Santiago', Date.UTC(2026, 3, 5, 2, 0), Date.UTC(2026, 3, 5, 13, 0)],
    ['America/Santiago', Date.UTC(2026, 8, 6, 3, 0), Date.UTC(2026, 8, 6, 12, 0)],
  ] as const
  for (const [timeZone, from, until] of nights) {
    expect(byDay(from, { a: timeZone, b: null })).toBe(until)
    expect(shown(until, timeZone).time).toBe('09:00:00')
  }
})

test('[LD4] whose zone is not known sets no night', () => {
  const night = Date.UTC(2026, 0, 10, 2, 0)
  expect(byDay(night, { a: null, b: null })).toBe(night)
  expect(byDay(night, { a: null, b: 'UTC' })).toBe(Date.UTC(2026, 0, 10, 9, 0))
  expect(sameTimeOfDay(night, 1, { a: null, b: null })).toBe(night + DAY_MS)
  expect(zoneNamed('No/Where')).toBeNull()
  expect(zoneNamed('europe/berlin')).toBe('Europe/Berlin')
})

test('[LD3] the same time of day is what the clock shows, not how many hours have gone by', () => {
  const before = Date.UTC(2026, 2, 28, 19, 20) // 20:20 in Berlin, in winter
  const after = sameTimeOfDay(before, 1, { a: 'Europe/Berlin', b: null })
  expect(after - before).toBe(23 * HOUR_MS)
  expect(shown(after, 'Europe/Berlin').time).toBe('20:20:00')
  fc.assert(
    fc.property(anyTime, zone, fc.integer({ min: 1, max: 200 }), (atMs, timeZone, days) => {
      const later = sameTimeOfDay(atMs, days, { a: timeZone, b: timeZone })
      expect(Math.abs(later - atMs - days * DAY_MS)).toBeLessThanOrEqual(HOUR_MS)
      const { hour } = shown(atMs, timeZone)
      if (hour >= 4 && hour <= 23) expect(shown(later, timeZone).time).toBe(shown(atMs, timeZone).time)
    }),
    RUN,
  )
})
