import { type Screen, type Snapshot, screenOf } from '@turnstone/check-in'
import type { SessionState } from './session-state'
import { type CheckInView, type FloorView, type Held, type LiveView, type PausedView, sideOf } from './view'

/** What is shown of a session at `nowMs` of this page's steady clock. What stops comes before what moves. */
export function viewOf(state: SessionState, nowMs: number): CheckInView {
  const screen = screenOf(state.device, nowMs)
  if (screen.kind === 'ended' || state.gone) return { kind: 'ended', recording: state.recording }
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
  if (snapshot.phase.kind === 'running') return { kind: 'live', live: liveView(state, snapshot, snapshot.phase, held) }
  return { kind: 'willing', answering: state.willing, held }
}

function heldOf(state: SessionState, screen: Screen, nowMs: number): Held {
  if (screen.kind !== 'held') return 'no'
  return screen.reason === 'hold' || nowMs < state.checkingUntilMs ? 'checking' : 'lost'
}

type Running = Extract<Snapshot['phase'], { kind: 'running' }>

function liveView(state: SessionState, snapshot: Snapshot, phase: Running, held: Held): LiveView {
  const { floor, clock } = phase
  const mine = state.room?.seat ?? 'a'
  const passing = state.passing?.turn === floor.turn ? state.passing.state : 'no'
  return {
    floor: floorView(floor, mine),
    turn: floor.turn,
    held,
    clock: clock === 'aside' ? 'stopped' : clock,
    leftMs: leftMsOf(floor),
    asOfMs: state.device.latest?.receivedAtMs ?? 0,
    wholeMs: wholeMsOf(floor, snapshot),
    said: state.said,
    unsent: state.unsent,
    vault: state.vault,
    passing,
  }
}

function floorView(floor: Running['floor'], mine: 'a' | 'b'): FloorView {
  if (floor.kind === 'breath') return { kind: 'breath', next: sideOf(floor.next, mine) }
  if (floor.kind === 'closing') return { kind: 'breath', next: 'me' }
  return { kind: floor.kind === 'grace' ? 'grace' : 'turn', holder: sideOf(floor.holder, mine) }
}

function leftMsOf(floor: Running['floor']): number {
  return floor.kind === 'closing' ? 0 : (floor.leftMs ?? 0)
}

function wholeMsOf(floor: Running['floor'], { rules }: Snapshot): number {
  if (floor.kind === 'grace') return rules.graceMs
  return 'wholeMs' in floor ? (floor.wholeMs ?? rules.turnMs) : rules.turnMs
}

type Frozen = Extract<Screen, { kind: 'frozen' }>

function pausedView(state: SessionState, screen: Frozen): PausedView {
  const { ready, device } = state
  const resumed = device.latest?.snapshot.lastResume?.freezeEpoch ?? 0
  return {
    confirmation: screen.confirmed && !screen.partnerMayNotKnow ? 'set' : 'unconfirmed',
    returnAtMs: screen.returnAtMs,
    topicRests: state.wordPressed || state.wordEpochs.some((epoch) => epoch > resumed),
    break: screen.cooldownLeftMs !== null && screen.cooldownLeftMs <= 0 && screen.epoch !== null ? 'over' : 'resting',
    answering: ready.epoch === null || ready.epoch === screen.epoch ? ready.state : 'another',
    proof: screen.tampered ? 'tampered' : 'none',
    vault: state.vault,
  }
}
