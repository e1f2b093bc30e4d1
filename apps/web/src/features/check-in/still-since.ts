import type { Screen } from '@turnstone/check-in'
import type { SessionState } from './session-state'

/** Since when nothing moves although nobody paused. */
export function stillSince(
  screen: Screen,
  { stillSinceMs }: SessionState,
  nowMs: number,
): Pick<SessionState, 'stillSinceMs'> {
  const isStill = screen.kind === 'held' || (screen.kind === 'live' && screen.clock === 'stopped')
  return { stillSinceMs: isStill ? (stillSinceMs ?? nowMs) : null }
}
