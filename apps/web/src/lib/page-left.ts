let left = false
const letGo: (() => void)[] = []

/** From then on nothing of this page may be begun: who comes after it would wait for what it never finishes. */
export const isPageLeft = (): boolean => left

/** Calls back when this page is left, so that what it works with is let go of at once (ADR 20). */
export function onPageLeft(listener: () => void): void {
  letGo.push(listener)
}

// The vault's worker has no page of its own.
if (typeof document !== 'undefined') {
  addEventListener('pagehide', () => {
    left = true
    for (const listener of letGo) listener()
  })
  const beginAnew = () => {
    if (left && document.visibilityState === 'visible') location.reload()
  }
  // Shown again as it was left, it has nothing to work with any more.
  addEventListener('pageshow', beginAnew)
  document.addEventListener('visibilitychange', beginAnew)
}
