import type { Floor } from './types.ts'

/** What of this floor runs out by itself; null where time does nothing. */
export function runningOutMs(floor: Floor): number | null {
  switch (floor.kind) {
    case 'breath':
    case 'turn':
    case 'grace':
      return floor.leftMs
    case 'reflection':
    case 'closing':
      return null
  }
}

/** The same floor after time has passed, never below 0 left. */
export function floorAfter(floor: Floor, passedMs: number): Floor {
  const leftMs = runningOutMs(floor)
  if (leftMs === null) return floor
  return { ...floor, leftMs: Math.max(0, leftMs - passedMs) } as Floor
}
