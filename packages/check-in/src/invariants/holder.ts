import type { CheckInEvent, Seat } from '../types.ts'
import { type Case, floorOf, holderOf, problem } from './case.ts'

const WHILE_FROZEN: readonly CheckInEvent['type'][] = ['lookMoved', 'slipCalled', 'slipLapsed', 'ended']

/** Walks the floor through the events: granted only when free, and only the holder's floor is released or revoked. */
export function theFloorHasOneHolder({ before, step }: Case): string[] {
  const problems: string[] = []
  let holder = holderOf(before.room.phase)
  let frozen = before.room.phase.kind === 'frozen'
  for (const { event } of step.events) {
    if (event.type === 'frozen') frozen = true
    else if (event.type === 'resumed' || event.type === 'slipped') frozen = false
    else if (frozen && !WHILE_FROZEN.includes(event.type)) problems.push(`I1: ${event.type} while frozen`)

    if (event.type === 'floorGranted') {
      if (holder !== null) problems.push('I2: granted while somebody holds the floor')
      holder = event.holder
    } else if ('holder' in event) {
      if (event.holder !== holder) problems.push(`I2: ${event.type} by somebody who does not hold the floor`)
      if (event.type === 'floorReleased' || event.type === 'floorRevoked') holder = null
    } else if (event.type === 'closingBegan') {
      if (holder !== null) problems.push('I2: closing while somebody holds the floor')
    }
  }
  const ended = step.checkIn.room.phase.kind === 'ended'
  const shown = holderOf(step.checkIn.room.phase)
  return [...problems, ...problem(!ended && shown !== holder, 'I2: the floor is not where its events put it')]
}

/** What only one of the two may bring about; at the table the phone between them may speak for both, save for words and hands. */
export function everyEventIsItsAskersToMake({ before, step, command }: Case): string[] {
  const { by } = command
  const isTable = before.room.way === 'table'
  return step.events.flatMap(({ event }) => {
    const wanted = askerOf(event, command.command.type, holderOf(step.checkIn.room.phase))
    return problem(
      wanted !== null && wanted.seat !== by && !(isTable && wanted.orTheTable),
      `I14: ${event.type} for somebody else`,
    )
  })
}

interface Asker {
  readonly seat: Seat
  readonly orTheTable: boolean
}

function askerOf(event: CheckInEvent, asked: string, holder: Seat | null): Asker | null {
  switch (event.type) {
    case 'uttered':
    case 'lineOffered':
      return { seat: event.by, orTheTable: false }
    case 'moreAsked':
      return { seat: event.holder, orTheTable: true }
    case 'moreGranted':
      return { seat: other(event.holder), orTheTable: true }
    case 'handRaised':
    case 'handLowered':
      return holder === null ? null : { seat: other(holder), orTheTable: false }
    case 'floorReleased':
      return { seat: asked === 'ratherNot' ? other(event.holder) : event.holder, orTheTable: true }
    case 'answered':
    case 'turnContinued':
      return { seat: event.holder, orTheTable: true }
    case 'saidBack':
      return { seat: other(event.holder), orTheTable: true }
    default:
      return null
  }
}

/** The holder's words in their turn; the listener's only while saying back what they heard. */
export function onlyWhoseMomentItIsIsHeard({ step }: Case): string[] {
  const floor = floorOf(step.checkIn.room.phase)
  return step.events.flatMap(({ event }) => {
    if (event.type === 'lineOffered') return problem(floor?.kind !== 'closing', 'I14: a line outside of the closing')
    if (event.type !== 'uttered') return []
    if (floor === null || !('holder' in floor)) return ['I14: somebody was heard without a floor']
    const saying = floor.kind === 'reflection' && floor.stage === 'saying'
    return [
      ...problem(
        (event.kind === 'speech') !== (event.by === floor.holder),
        'I14: the listener’s words as the holder’s',
      ),
      ...problem((event.kind === 'reflection') !== saying, 'I14: heard outside of their moment'),
      ...problem(event.turn !== floor.turn, 'I14: words of another turn'),
    ]
  })
}

const other = (seat: Seat): Seat => (seat === 'a' ? 'b' : 'a')
