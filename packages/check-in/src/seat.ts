import type { Quiet, Seat } from './types.ts'

/** The partner's seat. */
export function otherSeat(seat: Seat): Seat {
  return seat === 'a' ? 'b' : 'a'
}

export function bothPresent(quiet: Quiet): boolean {
  return quiet.present.a && quiet.present.b
}
