import { runningOutMs } from './floor-time.ts'
import { cooldownLeftMs } from './freeze.ts'
import { lookOverAtMs } from './looks.ts'
import { slipLeftMs } from './slip.ts'
import { elapsedMs } from './time.ts'
import type { CheckIn, Instant } from './types.ts'

/**
 * Milliseconds until time itself changes the room, 0 when it already should have; null when it never will. For the job
 * that wakes an idle room with `tick`: whether it fires early, late or never, the next transition comes out right.
 */
export function nextDeadlineMs(checkIn: CheckIn, now: Instant): number | null {
  const { phase } = checkIn.room
  if (phase.kind === 'frozen') {
    const lookMs = Math.max(0, cooldownLeftMs(phase, now), lookOverAtMs(phase) - now.wallMs)
    return Math.min(lookMs, slipLeftMs(checkIn, now) ?? lookMs)
  }
  if (phase.kind !== 'running' || phase.clock !== 'running') return null
  const leftMs = runningOutMs(phase.floor)
  return leftMs === null ? null : Math.max(0, leftMs - elapsedMs(phase.asOf, now))
}
