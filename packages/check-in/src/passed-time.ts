import type { Change } from './change.ts'
import { floorAfter, runningOutMs } from './floor-time.ts'
import { grant, nextFloor } from './grant.ts'
import { climb } from './ladder.ts'
import { graceMsAt } from './pace.ts'
import { beginReflection, isToBeSaidBack } from './reflection.ts'
import { type FloorChange, withRunning } from './running.ts'
import { lapseSlip } from './slip.ts'
import { elapsedMs, laterOf } from './time.ts'
import type { CheckIn, CheckInEvent, Floor, Instant } from './types.ts'

/**
 * The room as it is at `now`: what time alone has brought about since it was last written. It ends at the latest where
 * no time runs out, in a reflection or the closing, or where a freeze is set down.
 */
export function applyPassedTime(checkIn: CheckIn, now: Instant): Pick<Change, 'checkIn' | 'events'> {
  const { phase } = checkIn.room
  if (phase.kind === 'frozen') return whileFrozen(checkIn, now)
  if (phase.kind !== 'running') return { checkIn, events: [] }

  const events: CheckInEvent[] = []
  let [known, floor] = [checkIn, phase.floor]
  let unspentMs = phase.clock === 'running' ? elapsedMs(phase.asOf, now) : 0
  for (let leftMs = runningOutMs(floor); leftMs !== null && unspentMs >= leftMs; leftMs = runningOutMs(floor)) {
    unspentMs -= leftMs
    const next = whenTimeIsUp(known, floor)
    events.push(...next.events)
    ;[known, floor] = [next.checkIn, next.floor]
  }
  const running = { ...phase, floor: floorAfter(floor, unspentMs), asOf: laterOf(phase.asOf, now) }
  return { checkIn: withRunning(known, running), events }
}

function whileFrozen(checkIn: CheckIn, now: Instant): Pick<Change, 'checkIn' | 'events'> {
  const lapsed = lapseSlip(checkIn, now)
  const climbed = climb(lapsed.checkIn, now)
  return { checkIn: climbed.checkIn, events: [...lapsed.events, ...climbed.events] }
}

function whenTimeIsUp(checkIn: CheckIn, floor: Floor): FloorChange {
  switch (floor.kind) {
    case 'breath':
      return grant(checkIn, floor.turn)
    case 'turn': {
      const { holder, turn } = floor
      const leftMs = graceMsAt(checkIn.room.rules, checkIn.room.pace)
      return { checkIn, floor: { ...floor, kind: 'grace', leftMs }, events: [{ type: 'graceBegan', holder, turn }] }
    }
    case 'grace': {
      if (isToBeSaidBack(checkIn.room, floor)) return beginReflection(checkIn, floor)
      const { holder, turn } = floor
      const next = nextFloor(checkIn, turn + 1)
      return { ...next, events: [{ type: 'floorRevoked', holder, turn }, ...next.events] }
    }
    case 'reflection':
    case 'closing':
      return { checkIn, floor, events: [] }
  }
}
