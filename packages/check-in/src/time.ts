import type { Instant } from './types.ts'

/**
 * Whole milliseconds from one instant to another, by the slower of the two clocks: a jump of either can lengthen a
 * wait, never shorten it. Across a reboot only the wall clock is left to compare. Never below 0.
 */
export function elapsedMs(from: Instant, to: Instant): number {
  const wallMs = to.wallMs - from.wallMs
  const slowerMs = from.bootId === to.bootId ? Math.min(wallMs, to.monotonicMs - from.monotonicMs) : wallMs
  return Math.max(0, Math.floor(slowerMs))
}

/**
 * The most that can have passed, by the faster clock: for what may be done for a while only, where no jump may make the
 * while longer. Across a reboot a wall clock that went back says nothing, so that it counts as over.
 */
export function mostElapsedMs(from: Instant, to: Instant): number {
  const wallMs = to.wallMs - from.wallMs
  if (from.bootId === to.bootId) return Math.max(0, wallMs, to.monotonicMs - from.monotonicMs)
  return wallMs < 0 ? Number.POSITIVE_INFINITY : wallMs
}

/**
 * Which of two instants to count on from. One that comes late (another node, a server catching up on its last beat)
 * must not move the start of counting back, or the time between would be counted twice.
 */
export function laterOf(known: Instant, now: Instant): Instant {
  const forward = known.bootId === now.bootId ? now.monotonicMs >= known.monotonicMs : now.wallMs >= known.wallMs
  return forward ? now : known
}
