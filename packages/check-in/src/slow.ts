import { onOpenFloor } from './access.ts'
import { type Change, committed } from './change.ts'
import type { CheckIn } from './types.ts'

/**
 * Gentler, said openly and at any moment: nothing stops. It stands for this turn, or the one that this breath leads to;
 * said again there it changes nothing. Who said it is in nothing that is kept.
 */
export function slow(checkIn: CheckIn): Change {
  return onOpenFloor(checkIn, ({ turn }) => {
    const { room } = checkIn
    if (room.slowedIn === turn) return committed(checkIn, [])
    return committed({ ...checkIn, room: { ...room, slower: true, slowedIn: turn } }, [{ type: 'slowed' }])
  })
}
