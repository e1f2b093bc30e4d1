/**
 * Chance that can be called again: `TURNSTONE_SEED` repeats a run, `TURNSTONE_RUNS` makes it longer. fast-check prints the
 * seed and the shortest failing case; the simulation names its seed in the failing assertion.
 */
export const SEED = process.env.TURNSTONE_SEED === undefined ? Date.now() % 2 ** 31 : Number(process.env.TURNSTONE_SEED)
export const DEFAULT_RUNS = 300
export const RUNS = Number(process.env.TURNSTONE_RUNS ?? DEFAULT_RUNS)
export const RUN = { seed: SEED, numRuns: RUNS }

/** A small generator for simulations: mulberry32. */
export function chance(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    upTo: (limit: number): number => Math.floor(next() * limit),
    is: (probability: number): boolean => next() < probability,
    pick: <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(next() * items.length)],
  }
}
