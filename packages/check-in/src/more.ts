import { forHolder, forListener } from './access.ts'
import { type Change, refused } from './change.ts'
import { paced } from './pace.ts'
import { plannedTurn } from './plan.ts'
import { onFloor } from './running.ts'
import { otherSeat } from './seat.ts'
import type { CheckIn, Grace, Room, Seat, Turn } from './types.ts'

const MORE_MS = 2 * 60_000
/** A turn that goes on after it was said back has at least this much. */
export const LEAST_MORE_MS = 60_000

/** The holder asks for more time. No answer is a no. */
export function askMore(checkIn: CheckIn, by: Seat, turn: number): Change {
  return forHolder(checkIn, by, turn, (floor) => {
    if (floor.leftMs === null) return refused(checkIn, { code: 'untimed' })
    if (floor.more === 'asked') return onFloor({ checkIn, floor, events: [] })
    return onFloor({
      checkIn,
      floor: { ...floor, more: 'asked' },
      events: [{ type: 'moreAsked', holder: floor.holder, turn }],
    })
  })
}

/** The listener gives it. */
export function grantMore(checkIn: CheckIn, by: Seat, turn: number): Change {
  return forListener(checkIn, by, turn, (floor) => {
    if (floor.more !== 'asked') return refused(checkIn, { code: 'nothing_asked' })
    const addedMs = extensionMs(checkIn.room, turn)
    return onFloor({
      ...addTime(checkIn, floor, addedMs),
      events: [{ type: 'moreGranted', holder: floor.holder, turn, addedMs }],
    })
  })
}

/** Two minutes at this pace, and no more than the turn was planned with. */
function extensionMs(room: Room, turn: number): number {
  const own = plannedTurn(room, turn)?.turnMs ?? MORE_MS
  return paced(Math.min(MORE_MS, own), room.pace) ?? 0
}

/** The turn gets longer, also out of its grace; the other is owed the same, so that both budgets stay equal. */
export function addTime(checkIn: CheckIn, floor: Turn | Grace, addedMs: number): { checkIn: CheckIn; floor: Turn } {
  const { holder, leftMs, wholeMs } = floor
  const left = floor.kind === 'grace' ? 0 : leftMs
  const { room } = checkIn
  const listener = otherSeat(holder)
  return {
    checkIn: { ...checkIn, room: { ...room, owedMs: { ...room.owedMs, [listener]: room.owedMs[listener] + addedMs } } },
    floor: {
      ...floor,
      kind: 'turn',
      more: 'none',
      leftMs: left === null ? null : left + addedMs,
      wholeMs: wholeMs === null ? null : wholeMs + addedMs,
    },
  }
}
