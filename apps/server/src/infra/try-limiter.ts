const MAX_KEYS = 100_000

/** Counts tries per key in a sliding window, in memory: enough to make guessing useless, nothing to lose at a restart. */
export class TryLimiter {
  readonly #tries: number
  readonly #windowMs: number
  readonly #times = new Map<string, number[]>()

  constructor({ tries, windowMs }: { tries: number; windowMs: number }) {
    this.#tries = tries
    this.#windowMs = windowMs
  }

  /** How long the key has to wait before the next try counts; 0 when it may go ahead. */
  waitMs(key: string, nowMs: number): number {
    const times = this.#recent(key, nowMs)
    const oldest = times[times.length - this.#tries]
    return oldest === undefined ? 0 : oldest + this.#windowMs - nowMs
  }

  count(key: string, nowMs: number): void {
    const times = [...this.#recent(key, nowMs), nowMs]
    this.#times.delete(key) // so that the map's order is by last try, and the oldest goes first
    this.#times.set(key, times)
    const [oldest] = this.#times.keys()
    if (this.#times.size > MAX_KEYS && oldest !== undefined) this.#times.delete(oldest)
  }

  forget(key: string): void {
    this.#times.delete(key)
  }

  #recent(key: string, nowMs: number): number[] {
    return (this.#times.get(key) ?? []).filter((time) => time > nowMs - this.#windowMs)
  }
}
