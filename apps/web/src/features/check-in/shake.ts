/** What the device's own sense of motion says, gravity included, in m/s². */
export interface Moved {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly atMs: number
}

/** More than a fall: what only falls between two steps, as in running, is no swing. */
const STRONG = 16
/** There and back three times; arms that run swing more slowly. */
const SWINGS = 6
const WITHIN_MS = 1_250
/** Faster ones are the ringing of a table. */
const LEAST_APART_MS = 50
const MOST_APART_MS = 400
/** How slowly gravity is learnt. */
const GRAVITY_MS = 500
/** After a longer silence everything is learnt anew. */
const GAP_MS = 500

/** Says when the device was shaken: strongly, back and forth along one line, several times in a row. */
export class Shaking {
  #gravity: Moved | null = null
  #last: Moved | null = null
  #swings: readonly number[] = []

  /** True once, when it is a shake. */
  take(sample: Moved): boolean {
    const before = this.#gravity
    if (before === null || sample.atMs - before.atMs > GAP_MS) {
      this.#gravity = sample
      this.#forget()
      return false
    }
    this.#gravity = towards(before, sample)
    const own = minus(sample, this.#gravity)
    return strength(own) >= STRONG && this.#swing(own)
  }

  #swing(own: Moved): boolean {
    const last = this.#last
    const apartMs = last ? own.atMs - last.atMs : Number.POSITIVE_INFINITY
    if (last && apartMs <= MOST_APART_MS) {
      const along = dot(own, last) / (strength(own) * strength(last))
      if (along > 0.5) {
        // The same swing goes on.
        this.#last = own
        return false
      }
      if (along > -0.5) {
        this.#forget()
        return false
      }
      if (own.atMs - (this.#swings.at(-1) ?? 0) < LEAST_APART_MS) return false
    } else this.#swings = []
    this.#last = own
    this.#swings = [...this.#swings, own.atMs].slice(-SWINGS)
    const [first] = this.#swings
    if (first === undefined || this.#swings.length < SWINGS || own.atMs - first > WITHIN_MS) return false
    this.#forget()
    return true
  }

  #forget(): void {
    this.#last = null
    this.#swings = []
  }
}

function towards(from: Moved, to: Moved): Moved {
  const share = 1 - Math.exp(-(to.atMs - from.atMs) / GRAVITY_MS)
  const mixed = (axis: 'x' | 'y' | 'z') => from[axis] + (to[axis] - from[axis]) * share
  return { x: mixed('x'), y: mixed('y'), z: mixed('z'), atMs: to.atMs }
}

const minus = (one: Moved, other: Moved): Moved => ({
  x: one.x - other.x,
  y: one.y - other.y,
  z: one.z - other.z,
  atMs: one.atMs,
})
const dot = (one: Moved, other: Moved): number => one.x * other.x + one.y * other.y + one.z * other.z
const strength = (one: Moved): number => Math.sqrt(dot(one, one))
