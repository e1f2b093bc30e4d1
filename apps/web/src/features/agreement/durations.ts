/* The steps people choose from; any number in the range is valid, so a value between two steps keeps its place. */

const MINUTE_MS = 60_000
const inMs = (minutes: readonly number[]) => minutes.map((value) => value * MINUTE_MS)

export const BREAK_STEPS_MS = inMs([5, 10, 15, 20, 30, 45, 60, 120, 240, 480, 720, 1_440])
export const TURN_STEPS_MS = inMs([1, 2, 3, 4, 5, 7, 10, 15, 20, 30])

/** The next step in a direction, or null at the end of the range. */
export function stepFrom(steps: readonly number[], ms: number, direction: 'down' | 'up'): number | null {
  const next = direction === 'up' ? steps.find((step) => step > ms) : steps.findLast((step) => step < ms)
  return next ?? null
}

/** Hours and minutes, as people say a length of time. */
export function inHoursAndMinutes(ms: number): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.round(ms / MINUTE_MS)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
