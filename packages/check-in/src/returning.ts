import { type Change, kept, refused, withPhase, withQuiet } from './change.ts'
import { runningFrom } from './running.ts'
import { elapsedMs } from './time.ts'
import type { CheckIn, CheckInEvent, Floor, Instant, PartnerCommand, Returning, Seat, Through } from './types.ts'

const MINUTE_MS = 60_000
const SEATS = ['a', 'b'] as const
const NOBODY = { a: null, b: null }

/** How long both have for a stage before one may go on without the other: nobody waits for ever. */
const LEAST_MS = { saying: 2 * MINUTE_MS, reading: MINUTE_MS } as const

/** Both go on; first each may say how they are and what they need. */
export function returningTo(floor: Floor, freezeEpoch: number, now: Instant): Returning {
  return { kind: 'returning', stage: 'saying', floor, freezeEpoch, asOf: now }
}

export function leastLeftMs({ stage, asOf }: Returning, now: Instant): number {
  return Math.max(0, LEAST_MS[stage] - elapsedMs(asOf, now))
}

type Reenter = Extract<PartnerCommand, { type: 'reenter' }>
type GoOn = Extract<PartnerCommand, { type: 'goOn' }>

/** A line or none, and whether one would rather take another topic. Nothing of it shows before both are through (law 5). */
export function reenter(
  checkIn: CheckIn,
  by: Seat,
  { freezeEpoch, lineId, another }: Pick<Reenter, 'freezeEpoch' | 'lineId' | 'another'>,
  now: Instant,
): Change {
  return inStage(checkIn, { freezeEpoch, stage: 'saying' }, (phase) => {
    const after = withThrough(checkIn, by, { freezeEpoch, stage: 'saying', lineId, another })
    return areBothThrough(after) ? moveOn(after, phase, now) : kept(after)
  })
}

/** Through with this stage. It is over when both are, or by one when both have had their time. */
export function goOn(
  checkIn: CheckIn,
  by: Seat,
  { freezeEpoch, stage }: Pick<GoOn, 'freezeEpoch' | 'stage'>,
  now: Instant,
): Change {
  return inStage(checkIn, { freezeEpoch, stage }, (phase) => {
    const mine = checkIn.quiet.through[by] ?? { freezeEpoch, stage, lineId: null, another: false }
    const after = withThrough(checkIn, by, mine)
    return areBothThrough(after) || leastLeftMs(phase, now) === 0 ? moveOn(after, phase, now) : kept(after)
  })
}

function inStage(
  checkIn: CheckIn,
  { freezeEpoch, stage }: Pick<Returning, 'freezeEpoch' | 'stage'>,
  act: (phase: Returning) => Change,
): Change {
  const { phase } = checkIn.room
  const isIt = phase.kind === 'returning' && phase.freezeEpoch === freezeEpoch && phase.stage === stage
  return isIt ? act(phase) : refused(checkIn, { code: 'not_returning' })
}

function withThrough(checkIn: CheckIn, by: Seat, mine: Through): CheckIn {
  return withQuiet(checkIn, { through: { ...checkIn.quiet.through, [by]: mine } })
}

function areBothThrough({ quiet: { through } }: CheckIn): boolean {
  return through.a !== null && through.b !== null
}

/** Lines are shown together and in the order of the seats, so that they tell nothing about who was first. */
function moveOn(checkIn: CheckIn, phase: Returning, now: Instant): Change {
  if (phase.stage === 'reading') return comeBack(checkIn, phase, now)
  const { through } = checkIn.quiet
  const { turn } = phase.floor
  const lines = SEATS.flatMap((by): CheckInEvent[] => {
    const lineId = through[by]?.lineId ?? null
    return lineId === null ? [] : [{ type: 'reentered', by, lineId }]
  })
  const isRedirected = SEATS.every((seat) => through[seat]?.another)
  if (lines.length === 0 && !isRedirected) return comeBack(checkIn, phase, now)

  const redirectedIn = isRedirected ? turn : checkIn.room.redirectedIn
  const reading = withPhase(
    { ...checkIn, room: { ...checkIn.room, redirectedIn } },
    { ...phase, stage: 'reading', asOf: now },
  )
  const events = [...lines, ...(isRedirected ? [{ type: 'redirected', turn } as const] : [])]
  return kept(withQuiet(reading, { through: NOBODY }), events)
}

function comeBack(checkIn: CheckIn, { floor, freezeEpoch }: Returning, now: Instant): Change {
  const running = withPhase(checkIn, runningFrom(floor, checkIn.quiet, now))
  return kept(withQuiet(running, { through: NOBODY }), [{ type: 'cameBack', freezeEpoch }])
}
