const DAY_MS = 24 * 60 * 60 * 1000

/**
 * What the clock on somebody's wall says. Days are numbered on through 1970; a time of day is milliseconds after its
 * midnight, as the clock shows it, also on days that are an hour shorter or longer.
 */
export interface WallClock {
  day(atMs: number): number
  timeOfDayMs(atMs: number): number
  /** When this clock shows that; the first of two moments, and the hour after one that is left out. */
  instantOf(day: number, timeOfDayMs: number): number
}

/** The zone as the time zone data calls it; null for what it does not know. */
export function zoneNamed(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

/** A zone that `zoneNamed` has returned. The data are the platform's own; nothing in here asks what time it is. */
export function wallClockIn(zone: string): WallClock {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const shownMs = (atMs: number): number => atMs + offsetMs(format.formatToParts(atMs))
  const day = (atMs: number): number => Math.floor(shownMs(atMs) / DAY_MS)
  return {
    day,
    timeOfDayMs: (atMs) => shownMs(atMs) - day(atMs) * DAY_MS,
    instantOf(dayNumber, timeOfDayMs) {
      const wantedMs = dayNumber * DAY_MS + timeOfDayMs
      const offsetAround = (aroundMs: number): number => shownMs(aroundMs) - aroundMs
      const byTheOffsetBefore = wantedMs - offsetAround(wantedMs - DAY_MS)
      const byTheOffsetAfter = wantedMs - offsetAround(wantedMs + DAY_MS)
      const shows = [byTheOffsetBefore, byTheOffsetAfter].filter((atMs) => shownMs(atMs) === wantedMs)
      return shows.length === 0 ? byTheOffsetBefore : Math.min(...shows)
    },
  }
}

/** From `GMT`, `GMT+05:45` or, long ago, `GMT-00:01:15`. */
function offsetMs(parts: readonly Intl.DateTimeFormatPart[]): number {
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /^GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(name) ?? []
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -ms : ms
}
