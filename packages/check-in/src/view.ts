import { floorAfter } from './floor-time.ts'
import { cooldownLeftMs } from './freeze.ts'
import { leastLeftMs } from './returning.ts'
import { SLIP_MS } from './slip.ts'
import type { Snapshot } from './snapshot.ts'
import { elapsedMs, mostElapsedMs } from './time.ts'
import type { CheckIn, Floor, Instant, Phase, Running } from './types.ts'

/**
 * What both partners' devices are shown, the same for both: the room, nothing of the quiet part. Time that has run out
 * shows as 0 left until a transition has made events of it.
 */
export function viewOf(checkIn: CheckIn, now: Instant): Snapshot {
  const { seq, rules, starter, plan, planEpoch, talk, way, pace, slower, slowedIn, redirectedIn, asides } = checkIn.room
  const { phase, freezeEpoch, openedAtMs, turns, lastResume } = checkIn.room
  return {
    seq,
    rules,
    starter,
    plan,
    planEpoch,
    talk,
    way,
    pace,
    slower,
    slowedIn,
    redirectedIn,
    asides,
    freezeEpoch,
    openedAtMs,
    turns,
    lastResume,
    phase: viewOfPhase(phase, now),
  }
}

function viewOfPhase(phase: Phase, now: Instant): Snapshot['phase'] {
  switch (phase.kind) {
    case 'waiting':
    case 'ended':
      return phase
    case 'running':
      return { kind: 'running', floor: floorAt(phase, now), clock: phase.clock }
    case 'frozen':
      return {
        kind: 'frozen',
        freezeEpoch: phase.freezeEpoch,
        cooldownLeftMs: cooldownLeftMs(phase, now),
        breatherMs: phase.breatherMs,
        rung: phase.rung,
        look: phase.look,
        returnAtMs: phase.returnAtMs,
        slip: phase.slip && {
          by: phase.slip.by,
          leftMs: Math.max(0, SLIP_MS.toAgree - mostElapsedMs(phase.slip.calledAt, now)),
        },
        interrupted: phase.interrupted,
      }
    case 'returning': {
      const { kind, stage, floor, freezeEpoch } = phase
      return { kind, stage, floor, freezeEpoch, leastLeftMs: leastLeftMs(phase, now) }
    }
  }
}

function floorAt({ floor, clock, asOf }: Running, now: Instant): Floor {
  return clock === 'running' ? floorAfter(floor, elapsedMs(asOf, now)) : floor
}
