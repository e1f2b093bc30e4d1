import type { Plan, PlannedTurn, Repair, Rules } from '@turnstone/check-in'

/** The kinds of check-in two partners can hold. */
export type FormatId = 'practice' | 'first-ten' | 'weekly' | 'speak-and-listen' | 'repair'

interface Step {
  readonly id: string
  readonly turnsEach: number
  /** The agreement's turn where it fits, or a time of its own. */
  readonly turn: 'agreed' | { readonly ms: number }
  /** Said back; then each turn stays one of its own, also at the table. */
  readonly reflection: boolean
}

interface Length {
  readonly minutes: number
  /** Left for thanking each other at the end. */
  readonly closingMs: number
  readonly steps: readonly Step[]
}

interface Format {
  readonly id: FormatId
  readonly lengths: readonly Length[]
}

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

const speaking = (id: string, minutes: number): Step => ({
  id,
  turnsEach: 1,
  turn: { ms: minutes * MINUTE_MS },
  reflection: false,
})

/** Every format in which both do the same: its lengths in minutes, and for each the steps in order. Closing comes after the last, always. */
export const FORMATS: readonly Format[] = [
  {
    id: 'practice',
    lengths: [{ minutes: 5, closingMs: MINUTE_MS, steps: [speaking('try', 2)] }],
  },
  {
    id: 'first-ten',
    lengths: [
      {
        minutes: 10,
        closingMs: 2 * MINUTE_MS,
        steps: [{ id: 'good', turnsEach: 2, turn: 'agreed', reflection: false }],
      },
    ],
  },
  {
    id: 'weekly',
    lengths: [
      {
        minutes: 15,
        closingMs: 3 * MINUTE_MS,
        steps: [
          speaking('thanks', 1),
          speaking('well', 1),
          { id: 'topic', turnsEach: 1, turn: 'agreed', reflection: false },
          speaking('help', 1),
        ],
      },
      {
        minutes: 30,
        closingMs: 3 * MINUTE_MS,
        steps: [
          speaking('thanks', 2),
          speaking('well', 2),
          { id: 'topic', turnsEach: 2, turn: 'agreed', reflection: false },
          speaking('help', 2),
        ],
      },
    ],
  },
  {
    id: 'speak-and-listen',
    lengths: [
      {
        minutes: 15,
        closingMs: 2 * MINUTE_MS,
        steps: [{ id: 'speak', turnsEach: 1, turn: { ms: 5 * MINUTE_MS }, reflection: true }],
      },
      {
        minutes: 30,
        closingMs: 2 * MINUTE_MS,
        steps: [{ id: 'speak', turnsEach: 2, turn: { ms: 5 * MINUTE_MS }, reflection: true }],
      },
    ],
  },
]

/** The agenda of a format in one of its lengths; null when there is no such format or length. */
export function planOf(format: string, minutes: number, rules: Rules): Plan | null {
  const length = FORMATS.find(({ id }) => id === format)?.lengths.find((one) => one.minutes === minutes)
  if (!length) return null
  const agreedMs = Math.min(rules.turnMs, mostAgreedMs(length))
  const timed = length.steps.map((step) => ({ ...step, turnMs: step.turn === 'agreed' ? agreedMs : step.turn.ms }))
  const practice = format === 'practice'
  return { format, minutes, practice, repair: null, turns: timed.flatMap(turnsOf), tableTurns: snake(timed) }
}

/** How long a repair talk is planned for, and what of it is left for the closing. */
export const REPAIR_MINUTES = 30
const REPAIR_CLOSING_MS = 3 * MINUTE_MS

interface RepairTurn {
  readonly by: PlannedTurn['by']
  readonly steps: readonly string[]
  readonly agreedTurns: 1 | 2
}

/**
 * What is said when something is made right, in this order: what the other one wants comes before any explanation. Both
 * have the same time.
 */
const REPAIR_TURNS: readonly RepairTurn[] = [
  { by: 'starter', steps: ['apology'], agreedTurns: 1 },
  { by: 'other', steps: ['all-right', 'want-first'], agreedTurns: 2 },
  { by: 'starter', steps: ['responsibility', 'commitment'], agreedTurns: 1 },
  { by: 'starter', steps: ['felt-and-need'], agreedTurns: 1 },
  { by: 'other', steps: ['differently'], agreedTurns: 2 },
  { by: 'starter', steps: ['differently'], agreedTurns: 1 },
]

/** A repair talk, or what is left of one; null when nothing is. At the table the order is the same: nothing is joined. */
export function repairPlan(repair: Repair, rules: Rules): Plan | null {
  const agreedTurns = REPAIR_TURNS.reduce((sum, turn) => sum + turn.agreedTurns, 0)
  const fitMs = wholeSeconds((REPAIR_MINUTES * MINUTE_MS - REPAIR_CLOSING_MS) / agreedTurns)
  const agreedMs = Math.min(rules.turnMs, fitMs)
  const turns = REPAIR_TURNS.slice(repair.done).map(
    ({ by, steps, agreedTurns }): PlannedTurn => ({ by, steps, turnMs: agreedTurns * agreedMs, reflection: false }),
  )
  if (turns.length === 0) return null
  return { format: 'repair', minutes: REPAIR_MINUTES, practice: false, repair, turns, tableTurns: turns }
}

/** What a repair talk goes on with after so many turns; null after the last. */
export const repairStepAfter = (turns: number): string | null => REPAIR_TURNS[turns]?.steps[0] ?? null

/** What a couple is offered before they choose: shallow and short first. */
export function defaultPlan(openedBefore: number, rules: Rules): Plan {
  const plan =
    openedBefore === 0
      ? planOf('first-ten', 10, rules)
      : planOf('weekly', openedBefore <= FIRST_WEEKLIES ? 15 : 30, rules)
  if (!plan) throw new Error('a default format is missing')
  return plan
}

const FIRST_WEEKLIES = 4

/** How long an agreed turn may be so that everything fits, in whole seconds. */
function mostAgreedMs({ minutes, closingMs, steps }: Length): number {
  const ownMs = steps.reduce((sum, { turnsEach, turn }) => sum + (turn === 'agreed' ? 0 : 2 * turnsEach * turn.ms), 0)
  const agreedTurns = steps.reduce((sum, { turnsEach, turn }) => sum + (turn === 'agreed' ? 2 * turnsEach : 0), 0)
  const fitMs = (minutes * MINUTE_MS - closingMs - ownMs) / Math.max(1, agreedTurns)
  return wholeSeconds(fitMs)
}

const wholeSeconds = (ms: number): number => Math.floor(ms / SECOND_MS) * SECOND_MS

interface TimedStep extends Step {
  readonly turnMs: number
}

const BOTH = ['starter', 'other'] as const

function turnsOf({ id, turnsEach, turnMs, reflection }: TimedStep): PlannedTurn[] {
  return Array.from({ length: turnsEach }, () => BOTH.map((by) => ({ by, steps: [id], turnMs, reflection }))).flat()
}

/**
 * For one phone on the table: one long turn each per step, and whoever ended a step begins the next, so that the phone
 * stays where it is. What is said back is never joined.
 */
function snake(steps: readonly TimedStep[]): PlannedTurn[] {
  const turns: PlannedTurn[] = []
  for (const step of steps) {
    const last = turns.at(-1)
    const order: readonly PlannedTurn['by'][] =
      last === undefined || step.reflection ? BOTH : [last.by, otherOf(last.by)]
    const whole = step.reflection ? step : { ...step, turnsEach: 1, turnMs: step.turnMs * step.turnsEach }
    for (const turn of turnsOf(whole).map((one, index) => ({ ...one, by: order[index % 2] ?? one.by })))
      push(turns, turn)
  }
  return turns
}

function push(turns: PlannedTurn[], turn: PlannedTurn): void {
  const last = turns.at(-1)
  if (last?.by !== turn.by || last.reflection || turn.reflection) {
    turns.push(turn)
    return
  }
  turns[turns.length - 1] = {
    ...last,
    steps: [...last.steps, ...turn.steps],
    turnMs: last.turnMs === null || turn.turnMs === null ? null : last.turnMs + turn.turnMs,
  }
}

const otherOf = (by: PlannedTurn['by']): PlannedTurn['by'] => (by === 'starter' ? 'other' : 'starter')
