import { takeUpComfort } from './comfort.ts'
import { budgetMs, plannedTurn, seatOf } from './plan.ts'
import type { FloorChange } from './running.ts'
import type { CheckIn, PlannedTurn, Room, Seat } from './types.ts'

/** The breath before a turn of the plan, or the turn at once without one; the closing after the last. */
export function nextFloor(checkIn: CheckIn, turn: number): FloorChange {
  const { room } = checkIn
  const planned = plannedTurn(room, turn)
  if (planned === null) {
    return { checkIn, floor: { kind: 'closing', turn }, events: [{ type: 'closingBegan', turn }] }
  }
  const leftMs = breathMsOf(room)
  if (leftMs === 0) return grantPlanned(checkIn, turn, planned)
  return { checkIn, floor: { kind: 'breath', next: seatOf(planned, room), turn, leftMs }, events: [] }
}

/** The breath is over. */
export function grant(checkIn: CheckIn, turn: number): FloorChange {
  const planned = plannedTurn(checkIn.room, turn)
  return planned === null ? nextFloor(checkIn, turn) : grantPlanned(checkIn, turn, planned)
}

function grantPlanned(checkIn: CheckIn, turn: number, planned: PlannedTurn): FloorChange {
  const holder = seatOf(planned, checkIn.room)
  const wholeMs = budgetMs(checkIn.room, planned, holder)
  const { checkIn: asked, events } = takeUpComfort(checkIn)
  const granted = wholeMs === null ? asked : settleDebt(asked, holder)
  return {
    checkIn: granted,
    floor: { kind: 'turn', holder, turn, leftMs: wholeMs, wholeMs, hand: false, more: 'none', reflected: false },
    events: [...events, { type: 'floorGranted', holder, turn }],
  }
}

function settleDebt(checkIn: CheckIn, holder: Seat): CheckIn {
  const { room } = checkIn
  return { ...checkIn, room: { ...room, owedMs: { ...room.owedMs, [holder]: 0 } } }
}

/** Whoever asked to go slower gets a longer breath before each turn. */
function breathMsOf({ rules, slower }: Room): number {
  return slower ? 2 * rules.breathMs : rules.breathMs
}
