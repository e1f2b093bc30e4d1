import { forHolder } from './access.ts'
import type { Change } from './change.ts'
import { nextFloor } from './grant.ts'
import { beginReflection, isToBeSaidBack } from './reflection.ts'
import { onFloor } from './running.ts'
import type { CheckIn, Seat } from './types.ts'

/** The holder hands the floor over: to be said back where the plan says so, else to whoever is next. */
export function pass(checkIn: CheckIn, by: Seat, turn: number): Change {
  return forHolder(checkIn, by, turn, (floor) => {
    if (isToBeSaidBack(checkIn.room, floor)) return onFloor(beginReflection(checkIn, floor))
    const next = nextFloor(checkIn, turn + 1)
    return onFloor({ ...next, events: [{ type: 'floorReleased', holder: floor.holder, turn }, ...next.events] })
  })
}
