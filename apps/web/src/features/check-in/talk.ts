import type { Seat, Snapshot } from '@turnstone/check-in'
import { repairStepAfter } from '@turnstone/content'
import { stepOf } from './agenda'
import type { SessionState } from './session-state'
import { type Side, sideOf, type TalkView, type WillingView } from './view'

/** Whose offer the plan is. */
export function offerOf({ plan: { repair } }: Snapshot, mine: Seat | undefined): WillingView['offer'] {
  if (repair === null || mine === undefined) return null
  return { by: sideOf(repair.by, mine), breatherMs: repair.breatherMs }
}

export function talkOf({ talk }: Snapshot, mine: Seat | undefined): TalkView | null {
  if (talk === null || mine === undefined) return null
  const by = sideOf(talk.by, mine)
  if (talk.kind === 'closed') return { kind: 'closed', by }
  const next = repairStepAfter(talk.turns)
  return next === null ? null : { kind: 'left', by, next: stepOf(next) }
}

/** Once it has ended: who wanted nothing more said. */
export function closedBy({ device, room }: SessionState): Side | null {
  const snapshot = device.latest?.snapshot
  if (snapshot?.phase.kind !== 'ended') return null
  const talk = talkOf(snapshot, room?.seat)
  return talk?.kind === 'closed' ? talk.by : null
}

/** What is open here, or was left, is to be made right with me: I may want nothing more of it. */
export function mayClose({ device, room }: SessionState): boolean {
  const snapshot = device.latest?.snapshot
  if (!snapshot || snapshot.phase.kind === 'ended') return false
  if (snapshot.openedAtMs !== null) return offerOf(snapshot, room?.seat)?.by === 'them'
  const talk = talkOf(snapshot, room?.seat)
  return talk?.kind === 'left' && talk.by === 'them'
}
