import type { Pace, Rules } from './types.ts'

const PACES: readonly Pace[] = ['timed', 'tenfold', 'off']
const TENFOLD = 10

/** The one who needs more time sets the pace (law 9). */
export function slowerPace(one: Pace, other: Pace): Pace {
  return PACES[Math.max(PACES.indexOf(one), PACES.indexOf(other))] ?? 'off'
}

/** A time a person may use up, at this pace; null where no time runs out. */
export function paced(ms: number | null, pace: Pace): number | null {
  if (ms === null || pace === 'off') return null
  return pace === 'tenfold' ? ms * TENFOLD : ms
}

/** Grace comes after timed turns only. */
export function graceMsAt({ graceMs }: Rules, pace: Pace): number {
  return paced(graceMs, pace) ?? graceMs
}
