import { asListener } from './access.ts'
import type { Change } from './change.ts'
import { onFloor } from './running.ts'
import type { CheckIn, Seat } from './types.ts'

/** The listener would like to say something, and waits. Gone with the turn. */
export function raiseHand(checkIn: CheckIn, by: Seat, turn: number): Change {
  return moveHand(checkIn, by, turn, true)
}

export function lowerHand(checkIn: CheckIn, by: Seat, turn: number): Change {
  return moveHand(checkIn, by, turn, false)
}

function moveHand(checkIn: CheckIn, by: Seat, turn: number, hand: boolean): Change {
  return asListener(checkIn, by, turn, (floor) => {
    if (floor.hand === hand) return onFloor({ checkIn, floor, events: [] })
    return onFloor({
      checkIn,
      floor: { ...floor, hand },
      events: [{ type: hand ? 'handRaised' : 'handLowered', turn }],
    })
  })
}
