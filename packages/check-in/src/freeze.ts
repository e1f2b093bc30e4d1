import { type Change, committed, kept, refused, withPhase, withQuiet } from './change.ts'
import { firstLook } from './looks.ts'
import { talkAfter } from './repair.ts'
import { returningTo } from './returning.ts'
import { slipChance } from './slip.ts'
import { elapsedMs } from './time.ts'
import type {
  CheckIn,
  Ended,
  Frozen,
  Instant,
  Quiet,
  Ready,
  ResumeProof,
  Returning,
  Running,
  Seat,
  SlipChance,
  Waiting,
} from './types.ts'

const NOBODY = { a: null, b: null }

/**
 * Everything stops, for both. Whatever either had agreed to before is void: starting again takes two new yeses.
 * While frozen it renews the freeze and leaves cool-down, return time and rung as they were; no slip outlives that.
 */
export function pause(checkIn: CheckIn, by: Seat, slippable: boolean, now: Instant): Change {
  const { phase } = checkIn.room
  if (phase.kind === 'ended') return refused(checkIn, { code: 'ended' })
  const freezeEpoch = checkIn.room.freezeEpoch + 1
  const frozen: Frozen =
    phase.kind === 'frozen' ? { ...phase, freezeEpoch, slip: null } : freeze(checkIn, phase, null, freezeEpoch, now)
  const slip = slipChance(phase, by, { slippable, freezeEpoch })
  const { checkIn: after, events } = withFreeze(checkIn, frozen, slip)
  return committed(after, events)
}

/** The breather before a repair talk: a freeze of its first floor that both brought about with their yes. */
export function takeBreather(
  checkIn: CheckIn,
  phase: Running,
  breatherMs: number,
  now: Instant,
): Pick<Change, 'checkIn' | 'events'> {
  return withFreeze(checkIn, freeze(checkIn, phase, breatherMs, checkIn.room.freezeEpoch + 1, now), null)
}

function withFreeze(
  { room, quiet }: CheckIn,
  phase: Frozen,
  slip: SlipChance | null,
): Pick<Change, 'checkIn' | 'events'> {
  const { freezeEpoch } = phase
  return {
    checkIn: {
      room: { ...room, phase, freezeEpoch },
      quiet: { ...quiet, willing: NOBODY, ready: NOBODY, back: NOBODY, through: NOBODY, slip },
    },
    events: [{ type: 'frozen', freezeEpoch }],
  }
}

function freeze(
  { room, quiet }: CheckIn,
  phase: Waiting | Running | Returning,
  breatherMs: number | null,
  freezeEpoch: number,
  now: Instant,
): Frozen {
  const cooldownMs = Math.min(room.rules.cooldownMs, breatherMs ?? room.rules.cooldownMs)
  const frozen = { frozenAt: now, cooldownMs, breatherMs }
  return {
    kind: 'frozen',
    interrupted: phase.kind === 'waiting' ? { kind: 'waiting' } : { kind: 'floor', floor: phase.floor },
    freezeEpoch,
    ...frozen,
    ...firstLook(frozen, quiet.zones),
    slip: null,
  }
}

/** Ready to go on, signed for this look at this freeze. The second one resumes; both hear the same `kept`. */
export function ready(checkIn: CheckIn, by: Seat, { freezeEpoch, rung, signature }: Ready, now: Instant): Change {
  const { phase } = checkIn.room
  if (phase.kind !== 'frozen') return refused(checkIn, { code: 'not_frozen' })
  if (freezeEpoch !== phase.freezeEpoch || rung !== phase.rung) {
    return refused(checkIn, { code: 'stale_freeze_epoch', freezeEpoch: phase.freezeEpoch })
  }
  const leftMs = cooldownLeftMs(phase, now)
  if (leftMs > 0) return refused(checkIn, { code: 'cooldown_running', leftMs })

  const after = consent(checkIn, by, { freezeEpoch, rung, signature })
  const { a, b } = after.quiet.ready
  if (a === null || b === null) return kept(after)
  const signatures = { a: a.signature, b: b.signature }
  return resume(after, phase, { of: 'ready', freezeEpoch, rung, signatures }, now)
}

/** How much of the agreed least break is still to come. */
export function cooldownLeftMs(frozen: Frozen, now: Instant): number {
  return Math.max(0, frozen.cooldownMs - elapsedMs(frozen.frozenAt, now))
}

/** Not ready after all: one's own consent goes, and nothing else tells. */
export function notYet(checkIn: CheckIn, by: Seat): Change {
  if (checkIn.room.phase.kind !== 'frozen') return refused(checkIn, { code: 'not_frozen' })
  return kept(consent(checkIn, by, null))
}

function consent(checkIn: CheckIn, by: Seat, ready: Quiet['ready'][Seat]): CheckIn {
  return withQuiet(checkIn, { ready: { ...checkIn.quiet.ready, [by]: ready } })
}

function resume(checkIn: CheckIn, frozen: Frozen, lastResume: ResumeProof, now: Instant): Change {
  const { interrupted, freezeEpoch } = frozen
  const phase = interrupted.kind === 'waiting' ? interrupted : returningTo(interrupted.floor, freezeEpoch, now)
  const resumed = withPhase({ ...checkIn, room: { ...checkIn.room, lastResume } }, phase)
  return kept(withQuiet(resumed, { ready: NOBODY, slip: null }), [{ type: 'resumed', freezeEpoch }])
}

/** One person ends it, for good. What was private while it lasted is forgotten, and who was ready with it (law 6). */
export function end(checkIn: CheckIn, now: Instant): Change {
  const ended = endedAt(checkIn, { endedAtMs: now.wallMs, setDown: false })
  return committed(ended.checkIn, ended.events)
}

export function endedAt(
  checkIn: CheckIn,
  how: Pick<Ended, 'endedAtMs' | 'setDown'>,
): Pick<Change, 'checkIn' | 'events'> {
  return {
    checkIn: {
      room: {
        ...checkIn.room,
        phase: { kind: 'ended', ...how },
        plan: { ...checkIn.room.plan, repair: null },
        talk: talkAfter(checkIn.room),
        slowedIn: null,
        redirectedIn: null,
        lastResume: null,
        owedMs: { a: 0, b: 0 },
      },
      quiet: {
        present: { a: false, b: false },
        willing: NOBODY,
        ready: NOBODY,
        zones: NOBODY,
        comfort: NOBODY,
        comfortAnswered: { a: false, b: false },
        back: NOBODY,
        through: NOBODY,
        slip: null,
      },
    },
    events: [{ type: 'ended' }],
  }
}
