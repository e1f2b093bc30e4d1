import type { Plan } from '@turnstone/check-in'
import type { Step } from './view'

/**
 * Steps that have a name in `messages/<locale>/check-in.json`. `other` is one that a newer server knows, `another` stands where a
 * topic rests.
 */
const STEPS = [
  'thanks',
  'well',
  'topic',
  'help',
  'good',
  'speak',
  'try',
  'apology',
  'all-right',
  'want-first',
  'responsibility',
  'commitment',
  'felt-and-need',
  'differently',
  'closing',
] as const
export type StepId = (typeof STEPS)[number] | 'other' | 'another'

/** A step of the plan by the name that the pages have for it. */
export const stepOf = (id: string): StepId => STEPS.find((step) => step === id) ?? 'other'

/** Where a person may bring whatever they like. The other steps ask for something themselves. */
export const isOpenStep = (step: string): boolean => step === 'topic' || step === 'speak' || step === 'another'

/** The steps of a plan in their order, the closing last. */
export function stepsOf(plan: Plan): readonly StepId[] {
  return [...idsOf(plan.turns).map(stepOf), 'closing']
}

/** The line as it stands in this turn, or in the breath before it. Where a topic rests there is room for another. */
export function agendaLine(
  turns: Plan['turns'],
  turn: number,
  isClosing: boolean,
  resting: readonly string[] = [],
): readonly Step[] {
  const now = isClosing ? [] : (turns[turn - 1]?.steps ?? [])
  const toCome = new Set(turns.slice(isClosing ? turns.length : turn).flatMap(({ steps }) => steps))
  const steps = idsOf(turns).map((id) => {
    const state = now.includes(id) ? ('now' as const) : toCome.has(id) ? ('next' as const) : ('done' as const)
    return { id: resting.includes(id) && isOpenStep(id) ? ('another' as const) : stepOf(id), state }
  })
  return [...steps, { id: 'closing', state: isClosing ? 'now' : 'next' }]
}

const idsOf = (turns: Plan['turns']): readonly string[] => [...new Set(turns.flatMap(({ steps }) => steps))]
