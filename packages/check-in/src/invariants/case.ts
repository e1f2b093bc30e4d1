import type { CheckIn, CheckInEvent, Command, Floor, Phase, Seat, Step } from '../types.ts'

/** One step under examination. Nothing in this folder asks how it was made. */
export interface Case {
  readonly before: CheckIn
  readonly step: Step
  readonly command: Command
}

export function problem(found: boolean, text: string): string[] {
  return found ? [text] : []
}

/** The events of one type, in order. */
export function eventsOf<Type extends CheckInEvent['type']>(
  { events }: Step,
  type: Type,
): readonly Extract<CheckInEvent, { type: Type }>[] {
  return events.flatMap(({ event }) => (event.type === type ? [event as Extract<CheckInEvent, { type: Type }>] : []))
}

/** The floor, or what comes back after a freeze. */
export function floorOf(phase: Phase): Floor | null {
  if (phase.kind === 'running' || phase.kind === 'returning') return phase.floor
  if (phase.kind === 'frozen' && phase.interrupted.kind === 'floor') return phase.interrupted.floor
  return null
}

/** Who has the floor, or gets it back after the freeze. */
export function holderOf(phase: Phase): Seat | null {
  const floor = floorOf(phase)
  return floor !== null && 'holder' in floor ? floor.holder : null
}
