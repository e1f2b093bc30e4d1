import type { LiveView } from './view'

/* How the ring runs down between two snapshots. A hint for eyes: the server alone ends a turn. */

type Clock = Pick<LiveView, 'leftMs' | 'asOfMs' | 'clock' | 'held'>

/** Null where no time runs out. */
export function leftMsAt({ leftMs, asOfMs, clock, held }: Clock, steadyMs: number): number | null {
  if (leftMs === null) return null
  const runs = clock === 'running' && held === 'no'
  return runs ? Math.max(0, leftMs - Math.max(0, steadyMs - asOfMs)) : leftMs
}

/** For whoever asks: whole minutes, rounded to the nearest, so that the answer never hurries. 0 is "less than one". */
export function minutesLeft(leftMs: number): number {
  return leftMs < 45_000 ? 0 : Math.max(1, Math.round(leftMs / 60_000))
}

export const WARN_BEFORE_MS = 20_000
