import { type Change, committed, refused, withPhase, withQuiet } from './change.ts'
import { returningTo } from './returning.ts'
import { runningFrom } from './running.ts'
import { otherSeat } from './seat.ts'
import { mostElapsedMs } from './time.ts'
import type { CheckIn, Frozen, Instant, Phase, Seat, SlipChance } from './types.ts'

/** How long a pause may be called a slip, and then how long the other one may say the same. */
export const SLIP_MS = { toCall: 30_000, toAgree: 60_000 } as const

/** What a pause leaves behind for whoever made it by a gesture, or by what was heard. One in a pause changes nothing. */
export function slipChance(
  phase: Phase,
  by: Seat,
  { slippable, freezeEpoch }: { readonly slippable: boolean; readonly freezeEpoch: number },
): SlipChance | null {
  if (!slippable || phase.kind === 'frozen') return null
  return { by, freezeEpoch, wasReturning: phase.kind === 'returning', signature: null }
}

/**
 * It was a slip: said openly by whoever made this pause, then by the other. Both have signed it, and nothing has happened.
 * To anybody else there is no slip, whether or not there could be one.
 */
export function slip(
  checkIn: CheckIn,
  by: Seat,
  { freezeEpoch, signature }: { readonly freezeEpoch: number; readonly signature: string },
  now: Instant,
): Change {
  const { phase } = checkIn.room
  const chance = checkIn.quiet.slip
  if (phase.kind !== 'frozen') return refused(checkIn, { code: 'not_frozen' })
  if (freezeEpoch !== phase.freezeEpoch) {
    return refused(checkIn, { code: 'stale_freeze_epoch', freezeEpoch: phase.freezeEpoch })
  }
  if (chance === null || (phase.slip === null && chance.by !== by)) return refused(checkIn, { code: 'no_slip' })
  if (phase.slip === null) return call(checkIn, phase, { ...chance, signature }, now)
  return by === chance.by ? committed(checkIn, []) : agree(checkIn, phase, chance, signature, now)
}

function call(checkIn: CheckIn, frozen: Frozen, slip: SlipChance, now: Instant): Change {
  const called = withPhase(checkIn, { ...frozen, slip: { by: slip.by, calledAt: now } })
  return committed(withQuiet(called, { slip }), [{ type: 'slipCalled', freezeEpoch: frozen.freezeEpoch }])
}

function agree(checkIn: CheckIn, frozen: Frozen, chance: SlipChance, signature: string, now: Instant): Change {
  const { freezeEpoch, rung } = frozen
  const signatures = { [chance.by]: chance.signature, [otherSeat(chance.by)]: signature } as Record<Seat, string>
  const lastResume = { of: 'slip', freezeEpoch, rung, signatures } as const
  const resumed = withPhase(
    { ...checkIn, room: { ...checkIn.room, lastResume } },
    asItWas(checkIn, frozen, chance, now),
  )
  return committed(withQuiet(resumed, { ready: { a: null, b: null }, slip: null }), [{ type: 'slipped', freezeEpoch }])
}

/** Nobody comes back from what did not happen: the floor is there at once, with its exact left time. */
function asItWas(
  { quiet }: CheckIn,
  { interrupted, freezeEpoch }: Frozen,
  { wasReturning }: SlipChance,
  now: Instant,
): Phase {
  if (interrupted.kind === 'waiting') return interrupted
  const { floor } = interrupted
  return wasReturning ? returningTo(floor, freezeEpoch, now) : runningFrom(floor, quiet, now)
}

/** Until nothing can be a slip any more; null where nothing can. */
export function slipLeftMs({ room: { phase }, quiet }: CheckIn, now: Instant): number | null {
  if (phase.kind !== 'frozen' || quiet.slip === null) return null
  const leftMs =
    phase.slip === null
      ? SLIP_MS.toCall - mostElapsedMs(phase.frozenAt, now)
      : SLIP_MS.toAgree - mostElapsedMs(phase.slip.calledAt, now)
  return Math.max(0, leftMs)
}

/** What time makes of it: who could have called it is forgotten without a word, what was called lapses. */
export function lapseSlip(checkIn: CheckIn, now: Instant): Pick<Change, 'checkIn' | 'events'> {
  const { phase } = checkIn.room
  if (phase.kind !== 'frozen' || slipLeftMs(checkIn, now) !== 0) return { checkIn, events: [] }
  const forgotten = withQuiet(checkIn, { slip: null })
  if (phase.slip === null) return { checkIn: forgotten, events: [] }
  const { freezeEpoch } = phase
  return { checkIn: withPhase(forgotten, { ...phase, slip: null }), events: [{ type: 'slipLapsed', freezeEpoch }] }
}
