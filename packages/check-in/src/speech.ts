import { asHolder, onOpenFloor } from './access.ts'
import { type Change, committed, refused } from './change.ts'
import type { CheckIn, Reflection, Seat } from './types.ts'

/**
 * Somebody says something. The words are sealed and travel beside; the room only knows that it happened. The holder's,
 * in their turn; the listener's, only while they say back what they heard.
 */
export function utter(checkIn: CheckIn, by: Seat, turn: number, utteranceId: string): Change {
  return onOpenFloor(checkIn, (floor) => {
    if (floor.kind === 'reflection') return utterInReflection(checkIn, floor, by, turn, utteranceId)
    return asHolder(checkIn, by, turn, () =>
      committed(checkIn, [{ type: 'uttered', by, kind: 'speech', turn, utteranceId }]),
    )
  })
}

function utterInReflection(checkIn: CheckIn, floor: Reflection, by: Seat, turn: number, utteranceId: string): Change {
  const listens = floor.holder !== by
  if (floor.stage === 'saying' && !listens) return refused(checkIn, { code: 'not_listener' })
  if (floor.stage !== 'saying' && listens) return refused(checkIn, { code: 'not_holder' })
  if (floor.stage === 'more') return refused(checkIn, { code: 'between_turns' })
  if (floor.turn !== turn) return refused(checkIn, { code: 'stale_turn' })
  return committed(checkIn, [{ type: 'uttered', by, kind: listens ? 'reflection' : 'speech', turn, utteranceId }])
}

/** A line to keep, offered at the closing. Who saves it too is known to nobody here. */
export function offerLine(checkIn: CheckIn, by: Seat, lineId: string): Change {
  return onOpenFloor(checkIn, (floor) => {
    if (floor.kind !== 'closing') return refused(checkIn, { code: 'not_closing' })
    return committed(checkIn, [{ type: 'lineOffered', by, lineId }])
  })
}
