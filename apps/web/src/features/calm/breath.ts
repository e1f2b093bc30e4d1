/** `full`: the breath is held. `empty`: nothing has to be done before the next one. */
export type Phase = 'in' | 'full' | 'out' | 'empty'
export type Rhythm = 'even' | 'box'

interface Part {
  readonly phase: Phase
  readonly ms: number
}

const part = (phase: Phase, seconds: number): Part => ({ phase, ms: seconds * 1_000 })

const RHYTHMS: Readonly<Record<Rhythm, readonly Part[]>> = {
  even: [part('in', 5), part('out', 5)],
  box: [part('in', 4), part('full', 4), part('out', 4), part('empty', 4)],
}

export interface Moment {
  readonly phase: Phase
  /** How long this phase is, and what of it is left. */
  readonly ms: number
  readonly leftMs: number
}

/** Where in its breath somebody is who began this long ago; before that it is quiet. */
export function breathAt(rhythm: Rhythm, sinceMs: number): Moment {
  if (sinceMs < 0) return { phase: 'empty', ms: -sinceMs, leftMs: -sinceMs }
  const parts = RHYTHMS[rhythm]
  const wholeMs = parts.reduce((sum, { ms }) => sum + ms, 0)
  let leftMs = sinceMs % wholeMs
  for (const { phase, ms } of parts) {
    if (leftMs < ms) return { phase, ms, leftMs: ms - leftMs }
    leftMs -= ms
  }
  throw new Error('a remainder is smaller than what it is the remainder of')
}
