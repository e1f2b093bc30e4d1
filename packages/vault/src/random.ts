import type { Bytes } from './bytes.ts'

/** Where randomness comes from. A seam for vectors only: nothing outside the package can pass another one. */
export type Random = (length: number) => Bytes

export const systemRandom: Random = (length) => globalThis.crypto.getRandomValues(new Uint8Array(length))
