import type { CheckIn, CheckInEvent, Floor, Seat } from '../types.ts'
import { plannedIn } from './agenda.ts'
import { type Case, floorOf, problem } from './case.ts'

const TENFOLD = 10

/**
 * What one is given over the plan, the other is owed and gets with their next turn, so that both have the same time.
 * Kept by the events alone, and compared with what the step says.
 */
export function bothHaveTheSameBudget({ before, step }: Case): string[] {
  const { room } = step.checkIn
  const owed = { ...before.room.owedMs }
  let whole = wholeMsOf(floorOf(before.room.phase))
  for (const { event } of step.events) {
    if (event.type === 'floorGranted') {
      whole = plannedMs(room, event.turn)
      if (whole === null) continue
      whole += owed[event.holder]
      owed[event.holder] = 0
    }
    const addedMs = addedBy(event)
    if (whole !== null && addedMs !== null) whole += addedMs.ms
    if (addedMs !== null) owed[addedMs.to === 'a' ? 'b' : 'a'] += addedMs.ms
  }
  // What is still owed at the end lapses with it: it would say who had asked for more.
  if (room.phase.kind === 'ended') Object.assign(owed, { a: 0, b: 0 })
  const floor = floorOf(room.phase)
  const holds = floor !== null && 'holder' in floor
  return [
    ...problem(holds && floor.wholeMs !== whole, 'T6: a turn of another budget'),
    ...problem(room.owedMs.a !== owed.a || room.owedMs.b !== owed.b, 'T6: what is owed is not what was given'),
  ]
}

function addedBy(event: CheckInEvent): { readonly to: Seat; readonly ms: number } | null {
  if (event.type !== 'moreGranted' && event.type !== 'turnContinued') return null
  return { to: event.holder, ms: event.addedMs }
}

function plannedMs(room: CheckIn['room'], turn: number): number | null {
  const planned = plannedIn(room, turn)?.turnMs ?? null
  if (planned === null || room.pace === 'off') return null
  return planned * (room.pace === 'tenfold' ? TENFOLD : 1)
}

/** More time takes the holder's question and the listener's answer, and is at most the turn that was planned. */
export function moreTimeWasAskedFor({ before, step }: Case): string[] {
  const floor = floorOf(before.room.phase)
  return step.events.flatMap(({ event }) => {
    if (event.type !== 'moreGranted') return []
    const asked = (floor?.kind === 'turn' || floor?.kind === 'grace') && floor.more === 'asked'
    const mostMs = plannedMs(step.checkIn.room, event.turn)
    return [
      ...problem(!asked, 'T3: more time that nobody asked for'),
      ...problem(
        mostMs === null || event.addedMs > mostMs || event.addedMs <= 0,
        'T3: more time than the turn was planned with',
      ),
    ]
  })
}

export function leftTimeIsWithinItsBudget({ before, step }: Case): string[] {
  const floor = floorOf(step.checkIn.room.phase)
  if (floor === null) return []
  const [mostMs, leftMs] = [mostMsOf(step.checkIn.room, floor), leftMsOf(floor)]
  const old = floorOf(before.room.phase)
  const oldMs = old?.kind === floor.kind && old.turn === floor.turn ? leftMsOf(old) : null
  const added = step.events.reduce((sum, { event }) => sum + (addedBy(event)?.ms ?? 0), 0)
  const wasFrozen = before.room.phase.kind === 'frozen'
  return [
    ...problem(
      (leftMs === null) !== (mostMs === null),
      'I3: a time that runs where none should, or none where one should',
    ),
    ...problem(
      leftMs !== null && mostMs !== null && !(leftMs <= mostMs && (leftMs > 0 || floor.kind === 'reflection')),
      'I3: left time outside its budget',
    ),
    ...problem(oldMs !== null && leftMs !== null && leftMs > oldMs + added, 'I3: left time grew'),
    ...problem(wasFrozen && oldMs !== null && leftMs !== oldMs, 'I15: left time is not what was interrupted'),
  ]
}

function leftMsOf(floor: Floor): number | null {
  return floor.kind === 'closing' ? null : floor.leftMs
}

function wholeMsOf(floor: Floor | null): number | null {
  return floor !== null && 'wholeMs' in floor ? floor.wholeMs : null
}

function mostMsOf({ rules, pace, slower }: CheckIn['room'], floor: Floor): number | null {
  switch (floor.kind) {
    case 'breath':
      return rules.breathMs * (slower ? 2 : 1)
    case 'grace':
      return rules.graceMs * (pace === 'tenfold' ? TENFOLD : 1)
    case 'turn':
    case 'reflection':
      return floor.wholeMs
    case 'closing':
      return null
  }
}
