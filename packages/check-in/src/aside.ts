import { isAtTable, onOpenFloor, whyNotRunning } from './access.ts'
import { type Change, committed, kept, refused, withPhase, withQuiet } from './change.ts'
import { runningFrom } from './running.ts'
import type { CheckIn, Instant, Running, Seat } from './types.ts'

/** The door, a glass of water: everything stands still for both, without cool-down. */
export function oneMinute(checkIn: CheckIn): Change {
  return onOpenFloor(checkIn, () => {
    const { room } = checkIn
    const aside = room.asides + 1
    const away = withQuiet({ ...checkIn, room: { ...room, asides: aside } }, { back: { a: null, b: null } })
    return committed(withPhase(away, { ...(room.phase as Running), clock: 'aside' }), [{ type: 'asideBegan', aside }])
  })
}

/** Back, told to nobody; when both are, it goes on. One phone between two asks both and says it once. */
export function back(checkIn: CheckIn, by: Seat, aside: number, now: Instant): Change {
  const refusal = whyNotRunning(checkIn)
  if (refusal !== null) return refused(checkIn, refusal)
  const { phase, asides } = checkIn.room
  if (phase.kind !== 'running' || phase.clock !== 'aside' || aside !== asides) {
    return refused(checkIn, { code: 'not_aside' })
  }
  const mine = { aside }
  const said = isAtTable(checkIn) ? { a: mine, b: mine } : { ...checkIn.quiet.back, [by]: mine }
  const after = withQuiet(checkIn, { back: said })
  if (after.quiet.back.a === null || after.quiet.back.b === null) return kept(after)
  const goingOn = withPhase(after, runningFrom(phase.floor, after.quiet, now))
  return kept(withQuiet(goingOn, { back: { a: null, b: null } }), [{ type: 'asideEnded', aside }])
}
