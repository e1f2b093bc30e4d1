import { type Change, refused } from './change.ts'
import type { CheckIn, Floor, Grace, Reflection, Refusal, Seat, Turn } from './types.ts'

/* Who may act on the floor. Each hands over the floor it allowed, or refuses. */

export function whyNotRunning({ room }: CheckIn): Refusal | null {
  switch (room.phase.kind) {
    case 'waiting':
      return { code: 'not_open' }
    case 'frozen':
      return { code: 'frozen' }
    case 'returning':
      return { code: 'returning' }
    case 'ended':
      return { code: 'ended' }
    case 'running':
      return null
  }
}

/** The floor is in play: running, and nobody has asked for a minute. */
export function onOpenFloor(checkIn: CheckIn, act: (floor: Floor) => Change): Change {
  const refusal = whyNotRunning(checkIn)
  if (refusal !== null) return refused(checkIn, refusal)
  const { phase } = checkIn.room
  if (phase.kind !== 'running' || phase.clock === 'aside') return refused(checkIn, { code: 'aside' })
  return act(phase.floor)
}

/** The holder, in their turn or its grace. Who does not hold is told so before a wrong number is. */
export function asHolder(checkIn: CheckIn, by: Seat, turn: number, act: (floor: Turn | Grace) => Change): Change {
  return inTurn(checkIn, turn, act, (floor) => (floor.holder === by ? null : { code: 'not_holder' }))
}

/** The listener, in the other's turn or its grace. */
export function asListener(checkIn: CheckIn, by: Seat, turn: number, act: (floor: Turn | Grace) => Change): Change {
  return inTurn(checkIn, turn, act, (floor) => (floor.holder === by ? { code: 'not_listener' } : null))
}

/** The holder, or the phone on the table for them. */
export function forHolder(checkIn: CheckIn, by: Seat, turn: number, act: (floor: Turn | Grace) => Change): Change {
  return isAtTable(checkIn) ? inTurn(checkIn, turn, act, () => null) : asHolder(checkIn, by, turn, act)
}

/** The listener, or the phone on the table for them. */
export function forListener(checkIn: CheckIn, by: Seat, turn: number, act: (floor: Turn | Grace) => Change): Change {
  return isAtTable(checkIn) ? inTurn(checkIn, turn, act, () => null) : asListener(checkIn, by, turn, act)
}

function inTurn(
  checkIn: CheckIn,
  turn: number,
  act: (floor: Turn | Grace) => Change,
  whyNot: (floor: Turn | Grace) => Refusal | null,
): Change {
  return onOpenFloor(checkIn, (floor) => {
    if (floor.kind !== 'turn' && floor.kind !== 'grace') return refused(checkIn, { code: 'between_turns' })
    const refusal = whyNot(floor)
    if (refusal !== null) return refused(checkIn, refusal)
    return floor.turn === turn ? act(floor) : refused(checkIn, { code: 'stale_turn' })
  })
}

/** In a reflection, at the stage that is `side`'s to move on. */
export function inReflection(
  checkIn: CheckIn,
  by: Seat,
  {
    side,
    stage,
    turn,
    round,
  }: {
    readonly side: 'holder' | 'listener'
    readonly stage: Reflection['stage']
    readonly turn: number
    readonly round?: number
  },
  act: (floor: Reflection) => Change,
): Change {
  return onOpenFloor(checkIn, (floor) => {
    if (floor.kind !== 'reflection') return refused(checkIn, { code: 'not_reflecting' })
    if (!isAtTable(checkIn) && (floor.holder === by) !== (side === 'holder')) {
      return refused(checkIn, { code: side === 'holder' ? 'not_holder' : 'not_listener' })
    }
    if (floor.turn !== turn || (round !== undefined && floor.round !== round)) {
      return refused(checkIn, { code: 'stale_turn' })
    }
    return floor.stage === stage ? act(floor) : refused(checkIn, { code: 'not_reflecting' })
  })
}

/** One phone lies between the two: it speaks for whoever touches it. */
export function isAtTable({ room }: CheckIn): boolean {
  return room.way === 'table'
}
