import { DEFAULT_RULES, type PlannedTurn, RULE_LIMITS } from '@turnstone/check-in'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPlan, FORMATS, planOf, REPAIR_MINUTES, repairPlan, repairStepAfter } from '../src/index.ts'

const MINUTE_MS = 60_000

/** Turns of every length an agreement may have. */
const rules = fc
  .integer({ min: RULE_LIMITS.turnMs.minMs, max: RULE_LIMITS.turnMs.maxMs })
  .map((turnMs) => ({ ...DEFAULT_RULES, turnMs }))

const offered = FORMATS.flatMap(({ id, lengths }) =>
  lengths.map(({ minutes, closingMs }) => [id, minutes, closingMs] as const),
)

const wholeMs = (turns: readonly PlannedTurn[], by?: PlannedTurn['by']) =>
  turns.reduce((sum, turn) => sum + (by === undefined || turn.by === by ? (turn.turnMs ?? 0) : 0), 0)
const stepsOf = (turns: readonly PlannedTurn[]) => [...new Set(turns.flatMap(({ steps }) => steps))]
const shapeOf = (turns: readonly PlannedTurn[]) =>
  turns.map(({ by, steps }) => `${by === 'starter' ? 'A' : 'B'} ${steps.join('+')}`)

describe.each(offered)('%s in %i minutes', (format, minutes, closingMs) => {
  it('gives both the same time, on two phones and at the table, whatever the agreement says', () => {
    fc.assert(
      fc.property(rules, (agreed) => {
        const plan = planOf(format, minutes, agreed)
        if (!plan) throw new Error('no plan')
        for (const turns of [plan.turns, plan.tableTurns]) {
          expect(wholeMs(turns, 'starter')).toBe(wholeMs(turns, 'other'))
          expect(turns.every(({ turnMs }) => turnMs !== null && turnMs >= MINUTE_MS)).toBe(true)
        }
        expect(wholeMs(plan.tableTurns)).toBe(wholeMs(plan.turns))
        expect(stepsOf(plan.tableTurns)).toEqual(stepsOf(plan.turns))
      }),
    )
  })

  it('leaves time for the closing', () => {
    const plan = planOf(format, minutes, DEFAULT_RULES)
    expect(wholeMs(plan?.turns ?? [])).toBeLessThanOrEqual(minutes * MINUTE_MS - closingMs)
  })

  it('goes from one to the other, the starter first', () => {
    const plan = planOf(format, minutes, DEFAULT_RULES)
    for (const turns of [plan?.turns ?? [], plan?.tableTurns ?? []]) {
      turns.forEach(({ by }, index) => {
        expect(by).toBe(index % 2 === 0 ? 'starter' : 'other')
      })
    }
  })
})

describe('the weekly', () => {
  it('has four steps, each by both, the topic twice in the long one', () => {
    expect(shapeOf(planOf('weekly', 15, DEFAULT_RULES)?.turns ?? [])).toEqual(
      ['thanks', 'well', 'topic', 'help'].flatMap((step) => [`A ${step}`, `B ${step}`]),
    )
    const long = planOf('weekly', 30, DEFAULT_RULES)?.turns ?? []
    expect(shapeOf(long).filter((turn) => turn.endsWith('topic'))).toEqual(['A topic', 'B topic', 'A topic', 'B topic'])
    expect(long.find(({ steps }) => steps.includes('topic'))?.turnMs).toBe(DEFAULT_RULES.turnMs)
  })

  it('takes five touches at the table', () => {
    expect(shapeOf(planOf('weekly', 15, DEFAULT_RULES)?.tableTurns ?? [])).toEqual([
      'A thanks',
      'B thanks+well',
      'A well+topic',
      'B topic+help',
      'A help',
    ])
    expect(planOf('weekly', 30, DEFAULT_RULES)?.tableTurns).toHaveLength(5)
  })
})

describe('speaking and listening', () => {
  it('is said back, turn by turn, also at the table', () => {
    for (const [minutes, turnsEach] of [
      [15, 1],
      [30, 2],
    ] as const) {
      const plan = planOf('speak-and-listen', minutes, DEFAULT_RULES)
      for (const turns of [plan?.turns ?? [], plan?.tableTurns ?? []]) {
        expect(turns).toHaveLength(2 * turnsEach)
        expect(turns.every(({ reflection }) => reflection)).toBe(true)
      }
    }
  })
})

describe('making something right', () => {
  const repair = { by: 'b', breatherMs: 60 * MINUTE_MS, done: 0 } as const

  it('asks what the other one wants before anything is explained, and in the same order at the table', () => {
    const plan = repairPlan(repair, DEFAULT_RULES)
    expect(shapeOf(plan?.turns ?? [])).toEqual([
      'A apology',
      'B all-right+want-first',
      'A responsibility+commitment',
      'A felt-and-need',
      'B differently',
      'A differently',
    ])
    expect(plan).toMatchObject({ format: 'repair', repair, practice: false, tableTurns: plan?.turns })
  })

  it('gives both the same time, and fits with its closing', () => {
    fc.assert(
      fc.property(rules, (agreed) => {
        const turns = repairPlan(repair, agreed)?.turns ?? []
        expect(wholeMs(turns, 'starter')).toBe(wholeMs(turns, 'other'))
        expect(wholeMs(turns)).toBeLessThanOrEqual(REPAIR_MINUTES * MINUTE_MS - 3 * MINUTE_MS)
        expect(turns.every(({ turnMs }) => turnMs !== null && turnMs >= MINUTE_MS)).toBe(true)
      }),
    )
  })

  it('goes on with what is left, and with nothing when nothing is', () => {
    const left = (done: number) => repairPlan({ by: 'b', breatherMs: null, done }, DEFAULT_RULES)
    expect(shapeOf(left(4)?.turns ?? [])).toEqual(['B differently', 'A differently'])
    expect([1, 2, 3, 4].map(repairStepAfter)).toEqual(['all-right', 'responsibility', 'felt-and-need', 'differently'])
    expect([left(6), repairStepAfter(6)]).toEqual([null, null])
    expect(planOf('repair', REPAIR_MINUTES, DEFAULT_RULES)).toBeNull()
  })
})

describe('what is offered first', () => {
  it('begins short, and grows after the first four weeklies', () => {
    const name = (openedBefore: number) => {
      const { format, minutes } = defaultPlan(openedBefore, DEFAULT_RULES)
      return `${format} ${minutes}`
    }
    expect([0, 1, 4, 5, 100].map(name)).toEqual(['first-ten 10', 'weekly 15', 'weekly 15', 'weekly 30', 'weekly 30'])
  })

  it('knows no format or length of its own making', () => {
    expect(planOf('weekly', 10, DEFAULT_RULES)).toBeNull()
    expect(planOf('weekly-but-longer', 15, DEFAULT_RULES)).toBeNull()
    expect(planOf('constructor', 15, DEFAULT_RULES)).toBeNull()
  })
})
