const PRESSES = 3
const PAUSE_MS = 2_000

/**
 * Says when Shift was pressed three times in a row and nothing else was: no letter, no click while it was held. Each
 * press is one keydown without repeat and its keyup.
 */
export class ShiftPresses {
  #count = 0
  #alone = false
  #lastAtMs = 0

  /** True at the third. `other` is anything that was done with hand or keyboard besides. */
  take(what: 'down' | 'up' | 'other', nowMs: number): boolean {
    if (nowMs - this.#lastAtMs > PAUSE_MS) this.#count = 0
    if (what === 'other') this.#forget()
    else if (what === 'down') this.#alone = true
    else if (this.#alone) this.#count += 1
    if (what === 'up') this.#alone = false
    this.#lastAtMs = nowMs
    if (this.#count < PRESSES) return false
    this.#forget()
    return true
  }

  #forget(): void {
    this.#count = 0
    this.#alone = false
  }
}
