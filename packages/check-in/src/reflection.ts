import { inReflection } from './access.ts'
import type { Change } from './change.ts'
import { nextFloor } from './grant.ts'
import { addTime, LEAST_MORE_MS } from './more.ts'
import { paced } from './pace.ts'
import { plannedTurn } from './plan.ts'
import { type FloorChange, onFloor } from './running.ts'
import type { CheckIn, Grace, Reflection, ReflectionAnswer, Room, Seat, Turn } from './types.ts'

/** A turn is said back once, where the plan says so. */
export function isToBeSaidBack(room: Room, { turn, reflected }: Turn | Grace): boolean {
  return !reflected && plannedTurn(room, turn)?.reflection === true
}

/** The listener says back what was heard; the holder keeps the floor, and what was left of the turn. */
export function beginReflection(checkIn: CheckIn, { kind, holder, turn, leftMs, wholeMs }: Turn | Grace): FloorChange {
  const kept = kind === 'grace' ? 0 : leftMs
  return {
    checkIn,
    floor: { kind: 'reflection', holder, turn, round: 1, stage: 'saying', leftMs: kept, wholeMs },
    events: [{ type: 'reflectionBegan', holder, turn }],
  }
}

/** The listener has said what they heard. */
export function sayBack(checkIn: CheckIn, by: Seat, turn: number, round: number): Change {
  return inReflection(checkIn, by, { side: 'listener', stage: 'saying', turn, round }, (floor) =>
    onFloor({
      checkIn,
      floor: { ...floor, stage: 'answering' },
      events: [{ type: 'saidBack', holder: floor.holder, turn, round: floor.round }],
    }),
  )
}

/** Not to be asked why: the floor goes on as if it had been said back. */
export function ratherNot(checkIn: CheckIn, by: Seat, turn: number): Change {
  return inReflection(checkIn, by, { side: 'listener', stage: 'saying', turn }, (floor) => passOn(checkIn, floor))
}

/** That's it, almost or not yet; after the second round it stands as it is. */
export function answer(checkIn: CheckIn, by: Seat, turn: number, round: number, given: ReflectionAnswer): Change {
  return inReflection(checkIn, by, { side: 'holder', stage: 'answering', turn, round }, (floor) => {
    const again = given !== 'thatsIt' && floor.round === 1
    return onFloor({
      checkIn,
      floor: again ? { ...floor, round: 2, stage: 'saying' } : { ...floor, stage: 'more' },
      events: [{ type: 'answered', holder: floor.holder, turn, round: floor.round, answer: given }],
    })
  })
}

/** Is there more? The turn goes on with what was left of it, or the floor passes on. */
export function more(checkIn: CheckIn, by: Seat, turn: number, isMore: boolean): Change {
  return inReflection(checkIn, by, { side: 'holder', stage: 'more', turn }, (floor) =>
    isMore ? continueTurn(checkIn, floor) : passOn(checkIn, floor),
  )
}

function continueTurn(checkIn: CheckIn, floor: Reflection): Change {
  const { holder, turn, leftMs, wholeMs } = floor
  const leastMs = paced(LEAST_MORE_MS, checkIn.room.pace) ?? LEAST_MORE_MS
  const addedMs = leftMs === null ? 0 : Math.max(0, leastMs - leftMs)
  const going: Turn = { kind: 'turn', holder, turn, leftMs, wholeMs, hand: false, more: 'none', reflected: true }
  return onFloor({ ...addTime(checkIn, going, addedMs), events: [{ type: 'turnContinued', holder, turn, addedMs }] })
}

function passOn(checkIn: CheckIn, { holder, turn }: Reflection): Change {
  const next = nextFloor(checkIn, turn + 1)
  return onFloor({ ...next, events: [{ type: 'floorReleased', holder, turn }, ...next.events] })
}
