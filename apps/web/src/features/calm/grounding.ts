/** Fewer with each sense, from the world around to one's own mouth. */
export const SENSES = [
  { sense: 'see', count: 5 },
  { sense: 'feel', count: 4 },
  { sense: 'hear', count: 3 },
  { sense: 'smell', count: 2 },
  { sense: 'taste', count: 1 },
] as const

type Sensing = (typeof SENSES)[number]
export type GroundingStep = Sensing['sense'] | 'here'

const STEPS: readonly GroundingStep[] = [...SENSES.map(({ sense }) => sense), 'here']

/** The last step leads to the first: whoever wants goes round again. */
export const stepAfter = (step: GroundingStep): GroundingStep =>
  STEPS[(STEPS.indexOf(step) + 1) % STEPS.length] ?? 'see'

/** Null where there is none before. */
export const stepBefore = (step: GroundingStep): GroundingStep | null => STEPS[STEPS.indexOf(step) - 1] ?? null
