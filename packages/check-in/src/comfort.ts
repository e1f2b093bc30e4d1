import { whyNotRunning } from './access.ts'
import { type Change, kept, refused, withQuiet } from './change.ts'
import type { CheckIn, CheckInEvent, Comfort, Seat } from './types.ts'

/** How it is, told to nobody. *Slower* is taken up at the next turn, so that no answer shows by its moment (law 5). */
export function comfort(checkIn: CheckIn, by: Seat, answer: Comfort): Change {
  const refusal = whyNotRunning(checkIn)
  if (refusal !== null) return refused(checkIn, refusal)
  const { quiet } = checkIn
  return kept(
    withQuiet(checkIn, {
      comfort: { ...quiet.comfort, [by]: answer },
      comfortAnswered: { ...quiet.comfortAnswered, [by]: true },
    }),
  )
}

/** Before a turn is granted: takes up the answers, and forgets whose they were. */
export function takeUpComfort(checkIn: CheckIn): { checkIn: CheckIn; events: readonly CheckInEvent[] } {
  const { a, b } = checkIn.quiet.comfort
  if (a === null && b === null) return { checkIn, events: [] }
  const asked = withQuiet(checkIn, { comfort: { a: null, b: null } })
  if (checkIn.room.slower || (a !== 'slower' && b !== 'slower')) return { checkIn: asked, events: [] }
  return { checkIn: { ...asked, room: { ...asked.room, slower: true } }, events: [{ type: 'slowed' }] }
}
