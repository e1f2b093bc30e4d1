import { setTimeout as delay } from 'node:timers/promises'

const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 5_000

/** Tries until it works or `signal` aborts (then it returns null). Waits longer after each failure. */
export async function retry<T>(
  attempt: () => Promise<T>,
  onFailure: (error: unknown, delayMs: number) => void,
  signal: AbortSignal,
): Promise<T | null> {
  for (let delayMs = FIRST_DELAY_MS; !signal.aborted; delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS)) {
    try {
      return await attempt()
    } catch (error) {
      onFailure(error, delayMs)
      await delay(delayMs, undefined, { signal, ref: false }).catch(() => {}) // an abort ends the loop above
    }
  }
  return null
}
