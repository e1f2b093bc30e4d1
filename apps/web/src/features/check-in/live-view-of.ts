import { type Floor, type Seat, type Snapshot, starterOf } from '@turnstone/check-in'
import { agendaLine, stepOf } from './agenda'
import type { SessionState } from './session-state'
import { leftMsAt, WARN_BEFORE_MS } from './time-left'
import { type FloorView, type Held, type Line, type LiveView, sideOf } from './view'

type Running = Extract<Snapshot['phase'], { kind: 'running' }>

const LAST_MINUTE_MS = 60_000
/** A connection that is back within this was hardly gone: everything is closed meanwhile, and nothing is said. */
const BRIEF_MS = 1_500

export const isBrief = ({ stillSinceMs }: SessionState, nowMs: number): boolean =>
  nowMs - (stillSinceMs ?? nowMs) < BRIEF_MS

/** What is shown of a running check-in at `nowMs`. */
export function liveView(state: SessionState, snapshot: Snapshot, phase: Running, held: Held, nowMs: number): LiveView {
  const { plan, way, pace, slower, slowedIn, redirectedIn, asides } = snapshot
  const { clock } = phase
  const mine = state.room?.seat ?? 'a'
  const floor = floorView(phase.floor, mine)
  const turns = way === 'table' ? plan.tableTurns : plan.turns
  const { rested } = state.rests
  const resting = rested.map(({ step }) => step)
  const steps = agendaLine(turns, phase.floor.turn, floor.kind === 'closing', resting)
  const time = { ...timeOf(phase.floor), asOfMs: state.device.latest?.receivedAtMs ?? 0, clock, held }
  const late = lateInTurn(floor, way, time, nowMs)
  return {
    checkInId: state.room?.checkInId ?? '',
    openedAtMs: snapshot.openedAtMs ?? 0,
    starter: sideOf(starterOf(snapshot), mine),
    floor,
    turn: phase.floor.turn,
    way: way ?? 'aloud',
    pace,
    practice: plan.practice,
    steps,
    nextStep: steps.find((step) => step.state === 'next')?.id ?? null,
    ...time,
    clockWaits: clock === 'stopped' && held === 'no' && !isBrief(state, nowMs),
    thenSaidBack: isToBeSaidBack(phase.floor, turns),
    ...late,
    moreGiven: state.moreGivenIn === phase.floor.turn && isFresh(floor) && !late.endsSoon,
    slower,
    topicRests: redirectedIn !== null || state.wordEpochs.length > 0,
    rests: [...new Set(resting.map(stepOf))],
    restingJottings: rested.flatMap(({ jottingId }) => jottingId ?? []),
    draw: state.wordEpochs.length + (redirectedIn === null ? 0 : 1),
    slowedNow: slowedIn === phase.floor.turn,
    aside: clock === 'aside' ? { mine: backFrom(state, asides) } : null,
    askComfort:
      !state.comfortAnswered && state.owed.comfort === null && isComfortDue(floor, phase.floor.turn, turns.length),
    said: state.said,
    lines: linesOf(state),
    kept: state.saving,
    unsent: state.unsent,
    vault: state.vault,
    doing: state.doing,
  }
}

/** How each line that was offered stands. */
export function linesOf({ lines, saving }: SessionState): readonly Line[] {
  return lines.map((line) => {
    const saved = saving[line.key]
    return { ...line, saved: saved === undefined || saved === 'letGo' ? 'no' : saved }
  })
}

function backFrom({ backFrom, owed }: SessionState, aside: number): NonNullable<LiveView['aside']>['mine'] {
  if (backFrom === aside) return 'back'
  return owed.back?.aside === aside ? 'onItsWay' : 'away'
}

function floorView(floor: Floor, mine: Seat): FloorView {
  switch (floor.kind) {
    case 'breath':
      return { kind: 'breath', next: sideOf(floor.next, mine) }
    case 'turn':
    case 'grace': {
      const { kind, hand, more } = floor
      return { kind, holder: sideOf(floor.holder, mine), hand, more }
    }
    case 'reflection': {
      const { kind, round, stage } = floor
      return { kind, holder: sideOf(floor.holder, mine), round, stage }
    }
    case 'closing':
      return { kind: 'closing' }
  }
}

function isToBeSaidBack(floor: Floor, turns: Snapshot['plan']['turns']): boolean {
  return (
    (floor.kind === 'turn' || floor.kind === 'grace') && !floor.reflected && turns[floor.turn - 1]?.reflection === true
  )
}

/** Time stands while somebody says back, and there is none at the end. A grace has no ring of its own to run down. */
function timeOf(floor: Floor): Pick<LiveView, 'leftMs' | 'wholeMs'> {
  switch (floor.kind) {
    case 'breath':
    case 'grace':
      return { leftMs: floor.leftMs, wholeMs: null }
    case 'turn':
      return { leftMs: floor.leftMs, wholeMs: floor.wholeMs }
    case 'reflection':
    case 'closing':
      return { leftMs: null, wholeMs: null }
  }
}

const isFresh = (floor: FloorView) => floor.kind === 'turn' && floor.more === 'none'

type Time = Parameters<typeof leftMsAt>[0] & Pick<LiveView, 'wholeMs'>

function lateInTurn(
  floor: FloorView,
  way: Snapshot['way'],
  time: Time,
  nowMs: number,
): Pick<LiveView, 'endsSoon' | 'mayAskMore'> {
  const leftMs = leftMsAt(time, nowMs)
  if ((floor.kind !== 'turn' && floor.kind !== 'grace') || leftMs === null)
    return { endsSoon: false, mayAskMore: false }
  const mine = floor.holder === 'me'
  const late = floor.kind === 'grace' || leftMs <= lastPartOf(time.wholeMs)
  return {
    endsSoon: mine && floor.kind === 'turn' && leftMs <= WARN_BEFORE_MS,
    mayAskMore: (mine || way === 'table') && floor.more === 'none' && late,
  }
}

/** The last minute, of a short turn the last half. */
const lastPartOf = (wholeMs: number | null) => Math.min(LAST_MINUTE_MS, (wholeMs ?? 0) / 2)

/** Past the middle, and where I have a moment: while I listen, or in the breath before it. */
function isComfortDue(floor: FloorView, turn: number, turns: number): boolean {
  if (turn <= turns / 2) return false
  if (floor.kind === 'breath') return floor.next === 'them'
  return (floor.kind === 'turn' || floor.kind === 'grace') && floor.holder === 'them'
}
