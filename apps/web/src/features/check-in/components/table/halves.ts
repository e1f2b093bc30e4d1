import type { StepId } from '../../agenda'
import { leftMsAt, WARN_BEFORE_MS } from '../../time-left'
import type { LiveView, Side } from '../../view'

/** What lies on the table, drawn once for each of the two who sit there. */
export interface TableView {
  /** Where the stone lies. */
  readonly stone: Side | 'midway'
  /** Who speaks now, and who is next in a breath: their name is the largest word on both halves. Null: nobody has the turn. */
  readonly turn: Side | null
  /** Whose half is filled: in a breath nobody's. */
  readonly lit: Side | null
  /** What this is about, in the order in which it comes. */
  readonly steps: readonly StepId[]
  readonly next: StepId | null
  /** What the half of each asks of them. */
  readonly asks: Readonly<Record<Side, Ask>>
}

/** `pass`: touching the half passes the stone. `nothing`: touching it does nothing. The others are answered with buttons. */
export type Ask = 'pass' | 'nothing' | 'giveMore' | 'sayBack' | 'wasThatIt' | 'isThereMore' | 'close'

type Shown = Pick<LiveView, 'floor' | 'steps' | 'nextStep'>

const OTHER = { me: 'them', them: 'me' } as const
const BY_STAGE = { saying: 'sayBack', answering: 'wasThatIt', more: 'isThereMore' } as const

export function tableView({ floor, steps, nextStep }: Shown): TableView {
  const agenda = { steps: steps.filter(({ state }) => state === 'now').map(({ id }) => id), next: nextStep }
  switch (floor.kind) {
    case 'breath':
      return { ...agenda, stone: 'midway', turn: floor.next, lit: null, asks: { me: 'nothing', them: 'nothing' } }
    case 'turn':
    case 'grace':
      return {
        ...agenda,
        stone: floor.holder,
        turn: floor.holder,
        lit: floor.holder,
        asks: asking(floor.holder, 'pass', floor.more === 'asked' ? 'giveMore' : 'nothing'),
      }
    case 'reflection': {
      // The stone stays with whoever spoke, also while the other one says it back.
      const turn = floor.stage === 'saying' ? OTHER[floor.holder] : floor.holder
      return { ...agenda, stone: floor.holder, turn, lit: turn, asks: asking(turn, BY_STAGE[floor.stage]) }
    }
    case 'closing':
      return { ...agenda, stone: 'midway', turn: null, lit: null, asks: { me: 'close', them: 'close' } }
  }
}

const asking = (side: Side, ask: Ask, other: Ask = 'nothing'): Record<Side, Ask> =>
  side === 'me' ? { me: ask, them: other } : { me: other, them: ask }

/** The one small line on a half, for whoever looks closer. What keeps everything waiting comes before what there is to do. */
export function hintOf(side: Side, live: LiveView, table: TableView, nowMs: number) {
  const { floor } = live
  const ask = table.asks[side]
  if (live.held === 'lost') return 'held'
  if (live.held === 'checking' || live.doing?.state === 'closed') return 'checking'
  if (live.doing?.state === 'failed') return 'failed'
  if (live.clockWaits) return 'clockWaits'
  if (live.slowedNow && floor.kind === 'breath') return 'slower'
  if (floor.kind === 'breath') return 'breath'
  if (ask === 'pass' && floor.kind === 'grace') return 'finish'
  if (ask === 'pass' && (leftMsAt(live, nowMs) ?? Number.POSITIVE_INFINITY) <= WARN_BEFORE_MS) return 'soon'
  if (live.slowedNow && (ask === 'nothing' || ask === 'pass')) return ask === 'pass' ? 'slowerPass' : 'slower'
  if (live.moreGiven && ask === 'pass') return 'moreGiven'
  if (live.moreGiven && floor.kind === 'turn') return 'theyHaveMore'
  if (ask !== 'nothing') return ask
  if (floor.kind === 'reflection') return BY_STAGE_OF_OTHER[floor.stage]
  if (live.thenSaidBack) return 'thenSayBack'
  return table.next === null ? 'listen' : 'next'
}

const BY_STAGE_OF_OTHER = { saying: 'theySayBack', answering: 'theyLook', more: 'theyLookForMore' } as const
