/** How the device lies: 0° with its face to the sky, 90° upright, 180° with its face to the table. */
export interface Lying {
  readonly tilt: number
  readonly atMs: number
}

/** From the angles of a `deviceorientation` event, in degrees, which every platform gives the same sign. */
export function tiltOf(beta: number, gamma: number): number {
  const up = Math.cos(radians(beta)) * Math.cos(radians(gamma))
  return (Math.acos(Math.min(1, Math.max(-1, up))) * 180) / Math.PI
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

const UPRIGHT = 100
const DOWN = 170
/** A hand above a face trembles more than a table. */
const STILL = 1
const TURN_WITHIN_MS = 2_000
const REST_MS = 600

/** Says when the device was turned over and laid down on its face, out of a position in which it could be read. */
export class FaceDown {
  #readAtMs: number | null = null
  #rest: { readonly sinceMs: number; readonly least: number; readonly most: number } | null = null

  /** True once, when it has come to rest. To be asked while it lies still too. */
  take({ tilt, atMs }: Lying): boolean {
    if (tilt <= UPRIGHT) this.#readAtMs = atMs
    if (tilt < DOWN) {
      this.#rest = null
      return false
    }
    const least = Math.min(tilt, this.#rest?.least ?? tilt)
    const most = Math.max(tilt, this.#rest?.most ?? tilt)
    this.#rest =
      this.#rest === null || most - least > STILL
        ? { sinceMs: atMs, least: tilt, most: tilt }
        : { ...this.#rest, least, most }
    const { sinceMs } = this.#rest
    if (this.#readAtMs === null || sinceMs - this.#readAtMs > TURN_WITHIN_MS || atMs - sinceMs < REST_MS) return false
    this.#readAtMs = null
    return true
  }
}
