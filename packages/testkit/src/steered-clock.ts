import type { Instant } from '@turnstone/check-in'

/** A clock that a test moves. It stands still unless `flowing`, and then runs with the machine's own. */
export class SteeredClock {
  readonly #flowing: boolean
  readonly #startedAt = performance.now()
  #wallMs = Date.now()
  #monotonicMs = 1_000_000
  #bootId = 'boot-1'

  constructor({ flowing = false } = {}) {
    this.#flowing = flowing
  }

  now(): Instant {
    const flowedMs = this.#flowing ? Math.trunc(performance.now() - this.#startedAt) : 0
    return { wallMs: this.#wallMs + flowedMs, monotonicMs: this.#monotonicMs + flowedMs, bootId: this.#bootId }
  }

  /** Time passes, on both clocks. */
  advance(ms: number): void {
    this.#wallMs += ms
    this.#monotonicMs += ms
  }

  /** Somebody sets the wall clock. */
  jumpWall(ms: number): void {
    this.#wallMs += ms
  }

  /** The machine starts anew: its monotonic clock compares with nothing from before. */
  reboot(): void {
    this.#monotonicMs = 0
    this.#bootId = `${this.#bootId}'`
  }
}
