import { type Screen, type Snapshot, screenOf } from '@turnstone/check-in'
import { stepsOf } from './agenda'
import { isBrief, linesOf, liveView } from './live-view-of'
import { returningView } from './returning-view-of'
import type { SessionState } from './session-state'
import { slipView } from './slip'
import { closedBy, offerOf, talkOf } from './talk'
import type { CheckInView, Held, Left, PausedView, WillingView } from './view'

/** What is shown of a session at `nowMs` of this page's steady clock. What stops comes before what moves. */
export function viewOf(state: SessionState, nowMs: number): CheckInView {
  const screen = screenOf(state.device, nowMs)
  if (screen.kind === 'ended' || state.gone) {
    const setDown = screen.kind === 'ended' && screen.setDown
    return {
      kind: 'ended',
      setDown,
      closedBy: closedBy(state),
      recording: state.recording,
      left: leftOf(state, setDown),
    }
  }
  // A pause stands whatever else is wrong: also signed out, also without the key.
  if (screen.kind === 'frozen') return { kind: 'paused', paused: pausedView(state, screen) }
  if (state.door) return { kind: 'door', door: state.door }
  if (screen.kind === 'outdated') return { kind: 'door', door: 'outdated' }
  if (state.withheld) return { kind: 'door', door: 'locked' }
  if (!state.room || screen.kind === 'connecting') return { kind: 'opening' }
  const held = heldOf(state, screen, nowMs)
  const snapshot = screen.kind === 'held' ? screen.last : screen.snapshot
  if (!snapshot)
    return screen.kind === 'held' && screen.tampered ? { kind: 'door', door: 'forgedResume' } : { kind: 'opening' }
  if (snapshot.phase.kind === 'running')
    return { kind: 'live', live: liveView(state, snapshot, snapshot.phase, held, nowMs) }
  if (snapshot.phase.kind === 'returning')
    return { kind: 'returning', returning: returningView(state, snapshot, snapshot.phase, held, nowMs) }
  return { kind: 'willing', willing: willingView(state, snapshot, held) }
}

function leftOf(state: SessionState, isSetDown: boolean): Left {
  const { rested, stoppedAt } = state.rests
  return {
    format: state.device.latest?.snapshot.plan.format ?? null,
    openedAtMs: state.device.latest?.snapshot.openedAtMs ?? null,
    said: state.said.filter(({ by }) => by === 'me'),
    kept: state.saving,
    lines: linesOf(state),
    rests: rested.length > 0 || (isSetDown && stoppedAt !== null),
  }
}

function heldOf(state: SessionState, screen: Screen, nowMs: number): Held {
  if (screen.kind !== 'held') return 'no'
  if (nowMs < state.checkingUntilMs) return 'checking'
  if (isBrief(state, nowMs)) return 'brief'
  return screen.reason === 'hold' ? 'checking' : 'lost'
}

function willingView({ willing, doing, room, vault }: SessionState, snapshot: Snapshot, held: Held): WillingView {
  const { plan, planEpoch, freezeEpoch } = snapshot
  const stands = willing.planEpoch === planEpoch && willing.freezeEpoch === freezeEpoch
  return {
    checkInId: room?.checkInId ?? '',
    vault,
    format: plan.format,
    minutes: plan.minutes,
    steps: stepsOf(plan),
    planEpoch,
    offer: offerOf(snapshot, room?.seat),
    talk: talkOf(snapshot, room?.seat),
    answering: stands || willing.state === 'asked' ? willing.state : 'another',
    held,
    doing,
  }
}

type Frozen = Extract<Screen, { kind: 'frozen' }>

function pausedView(state: SessionState, screen: Frozen): PausedView {
  const { ready, device } = state
  const resumed = device.latest?.snapshot.lastResume?.freezeEpoch ?? 0
  return {
    breather: screen.breatherMs !== null,
    confirmation: screen.confirmed && !screen.partnerMayNotKnow ? 'set' : 'unconfirmed',
    returnAtMs: screen.returnAtMs,
    comes: comesNext(screen),
    topicRests: state.wordPressed || state.wordEpochs.some((epoch) => epoch > resumed),
    break: screen.cooldownLeftMs !== null && screen.cooldownLeftMs <= 0 && screen.epoch !== null ? 'over' : 'resting',
    answering: answeringOf(ready, screen),
    slip: slipView(state, screen),
    proof: screen.tampered ? 'tampered' : 'none',
    vault: state.vault,
  }
}

function comesNext({ look, rung }: Frozen): PausedView['comes'] {
  if (look === 'setsDown') return 'setDown'
  return rung === 0 ? 'first' : 'again'
}

/** A pause voids an answer and says so; the next look does too, and is one: whoever answered is simply asked again. */
function answeringOf({ epoch, rung, state }: SessionState['ready'], screen: Frozen): PausedView['answering'] {
  if (epoch === null) return state
  if (epoch !== screen.epoch) return 'another'
  return rung === screen.rung ? state : 'asked'
}
