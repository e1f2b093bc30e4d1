/** A moment by both of this device's clocks. */
export interface Moment {
  readonly wallMs: number
  readonly monotonicMs: number
}

export const moment = (): Moment => ({ wallMs: Date.now(), monotonicMs: performance.now() })

/** Time passed since then: the lesser of the two clocks, so that setting the clock forward shortens no wait. */
export function elapsedMs(since: Moment, until: Moment = moment()): number {
  return Math.max(0, Math.min(until.wallMs - since.wallMs, until.monotonicMs - since.monotonicMs))
}

const TICK_MS = 1_000
const SUSPENDED_AFTER_MS = 3_000

/** Tells when this page was stopped for a while (sleep, a frozen tab) and runs again: what it shows may be old. */
export function onWake(listener: (gapMs: number) => void): () => void {
  let last = Date.now()
  const look = () => {
    const gap = Date.now() - last
    last = Date.now()
    if (gap > TICK_MS + SUSPENDED_AFTER_MS) listener(gap)
  }
  const timer = setInterval(look, TICK_MS)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  }
}
