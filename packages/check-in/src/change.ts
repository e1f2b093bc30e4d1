import type { CheckIn, CheckInEvent, Phase, Quiet, Refusal } from './types.ts'

/** What one rule made of a check-in, before its events are numbered. `answer` is what the asker hears. */
export interface Change {
  readonly checkIn: CheckIn
  readonly events: readonly CheckInEvent[]
  readonly answer: 'committed' | 'kept' | Refusal
}

export function committed(checkIn: CheckIn, events: readonly CheckInEvent[]): Change {
  return { checkIn, events, answer: 'committed' }
}

/** A private answer sounds the same whether or not it completed a pair (law 5). */
export function kept(checkIn: CheckIn, events: readonly CheckInEvent[] = []): Change {
  return { checkIn, events, answer: 'kept' }
}

export function refused(checkIn: CheckIn, refusal: Refusal): Change {
  return { checkIn, events: [], answer: refusal }
}

export function withPhase(checkIn: CheckIn, phase: Phase): CheckIn {
  return { ...checkIn, room: { ...checkIn.room, phase } }
}

export function withQuiet(checkIn: CheckIn, quiet: Partial<Quiet>): CheckIn {
  return { ...checkIn, quiet: { ...checkIn.quiet, ...quiet } }
}
