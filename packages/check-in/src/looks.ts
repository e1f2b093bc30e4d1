import type { Frozen, Quiet } from './types.ts'
import { type WallClock, wallClockIn } from './wall-clock.ts'

/* When the app asks again. Plain arithmetic of instants and zones; `ladder.ts` moves along it. */

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long both are asked before the app looks again later. */
export const WINDOW_MS = 10 * MINUTE_MS

/** A pause that interrupted no conversation has nothing to come back to: this long after its return time it is over. */
const ALONE_WINDOW_MS = 30 * MINUTE_MS

/** The app asks between these, by the clock of either; what falls into the night is asked in the morning. */
const DAY_BEGINS_MS = 8 * HOUR_MS
const DAY_ENDS_MS = 22 * HOUR_MS
const MORNING_MS = 9 * HOUR_MS

/** After this many days it is set down; what is to be made right may take its week. */
const CAP_DAYS = { ordinary: 1, repair: 7 }

type Zones = Quiet['zones']
export type Look = Pick<Frozen, 'rung' | 'look' | 'returnAtMs'>

/** The first time that the app asks: after the cool-down, or the breather, by day. */
export function firstLook(
  { frozenAt, cooldownMs, breatherMs }: Pick<Frozen, 'frozenAt' | 'cooldownMs' | 'breatherMs'>,
  zones: Zones,
): Look {
  return { rung: 0, look: 'asks', returnAtMs: byDay(frozenAt.wallMs + (breatherMs ?? cooldownMs), zones) }
}

/** An hour later, half a day later, then at the time of day at which it was paused; null after the last. */
export function lookAfter(frozen: Frozen, zones: Zones, kind: keyof typeof CAP_DAYS): Look | null {
  if (frozen.look === 'setsDown' || frozen.interrupted.kind === 'waiting') return null
  const closesAtMs = lookOverAtMs(frozen)
  const firstAtMs = firstLook(frozen, zones).returnAtMs
  // A breather was agreed on; what nobody agreed on begins after it.
  const sinceMs = frozen.breatherMs === null ? frozen.frozenAt.wallMs : firstAtMs
  const capAtMs = Math.max(sameTimeOfDay(sinceMs, CAP_DAYS[kind], zones), firstAtMs)
  const returnAtMs = nextAtMs(frozen, closesAtMs, zones)
  const rung = frozen.rung + 1
  if (returnAtMs <= capAtMs) return { rung, look: 'asks', returnAtMs }
  return capAtMs > closesAtMs ? { rung, look: 'setsDown', returnAtMs: capAtMs } : null
}

/** Until when this look can still be answered for. */
export function lookOverAtMs({ look, returnAtMs, interrupted }: Look & Pick<Frozen, 'interrupted'>): number {
  if (look === 'setsDown') return returnAtMs
  return returnAtMs + (interrupted.kind === 'waiting' ? ALONE_WINDOW_MS : WINDOW_MS)
}

function nextAtMs({ rung, returnAtMs, frozenAt }: Frozen, closesAtMs: number, zones: Zones): number {
  if (rung === 0) return byDay(returnAtMs + HOUR_MS, zones)
  if (rung === 1) return byDay(returnAtMs + 12 * HOUR_MS, zones)
  const onDay = (days: number): number => byDay(sameTimeOfDay(frozenAt.wallMs, days, zones), zones)
  let days = 1
  while (onDay(days) <= closesAtMs) days += 1
  return onDay(days)
}

/**
 * The first moment from `atMs` on that is day for both: that very moment, or nine in the morning for one of them. Two
 * zones always have such a morning, at most a day later.
 */
export function byDay(atMs: number, zones: Zones): number {
  const clocks = clocksIn(zones)
  const isDay = (ms: number): boolean =>
    clocks.every(({ timeOfDayMs }) => timeOfDayMs(ms) >= DAY_BEGINS_MS && timeOfDayMs(ms) < DAY_ENDS_MS)
  if (isDay(atMs)) return atMs
  const mornings = clocks
    .flatMap(({ day, instantOf }) => [0, 1, 2].map((later) => instantOf(day(atMs) + later, MORNING_MS)))
    .filter((ms) => ms > atMs)
    .toSorted((one, other) => one - other)
  return mornings.find(isDay) ?? mornings[0] ?? atMs
}

/** What both clocks have shown again by then; where no clock is known, whole days later. */
export function sameTimeOfDay(atMs: number, daysLater: number, zones: Zones): number {
  const clocks = clocksIn(zones)
  if (clocks.length === 0) return atMs + daysLater * DAY_MS
  return Math.max(
    ...clocks.map(({ day, timeOfDayMs, instantOf }) => instantOf(day(atMs) + daysLater, timeOfDayMs(atMs))),
  )
}

/** Whoever's zone is not known sets no night. */
function clocksIn({ a, b }: Zones): readonly WallClock[] {
  return [...new Set([a, b])].flatMap((zone) => (zone === null ? [] : [wallClockIn(zone)]))
}
