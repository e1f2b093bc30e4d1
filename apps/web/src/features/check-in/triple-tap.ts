/** One thing that a finger does on the glass. */
export interface Touch {
  readonly what: 'down' | 'move' | 'up' | 'lost'
  readonly finger: number
  /** The first one on the glass. */
  readonly isFirst: boolean
  /** Not on a control or a field, and no text is being selected. */
  readonly isFree: boolean
  readonly x: number
  readonly y: number
  readonly atMs: number
}

const TAPS = 3
const WITHIN_MS = 900
const TAP_MS = 300
/** More than this is a scroll. */
const SLIP_PX = 12
const APART_PX = 48

/** Says when one finger tapped three times at one place. A scroll, a long press and a second finger are no taps. */
export class TripleTap {
  #down: Touch | null = null
  #taps: readonly Touch[] = []

  /** True at the third. */
  take(touch: Touch): boolean {
    switch (touch.what) {
      case 'down':
        if (!touch.isFirst || !touch.isFree) this.#forget()
        else this.#down = touch
        return false
      case 'move':
        if (this.#down?.finger === touch.finger && apart(this.#down, touch) > SLIP_PX) this.#forget()
        return false
      case 'lost':
        this.#forget()
        return false
      case 'up':
        return this.#lift(touch)
    }
  }

  #lift(touch: Touch): boolean {
    const down = this.#down
    if (down?.finger !== touch.finger) return false
    this.#down = null
    const isTap = touch.atMs - down.atMs <= TAP_MS && apart(down, touch) <= SLIP_PX && touch.isFree
    this.#taps = isTap ? [...this.#taps, down].slice(-TAPS) : []
    const [first] = this.#taps
    if (!first || this.#taps.length < TAPS || touch.atMs - first.atMs > WITHIN_MS) return false
    if (this.#taps.some((tap) => apart(first, tap) > APART_PX)) return false
    this.#forget()
    return true
  }

  #forget(): void {
    this.#down = null
    this.#taps = []
  }
}

const apart = (one: Touch, other: Touch): number => Math.hypot(one.x - other.x, one.y - other.y)
