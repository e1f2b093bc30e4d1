import { expect, it } from 'vitest'
import { type GroundingStep, SENSES, stepAfter, stepBefore } from '../../src/features/calm/grounding'

it('goes from five things to one, then says that one is here, and round again', () => {
  const steps: GroundingStep[] = ['see']
  while (steps.length < 7) steps.push(stepAfter(steps.at(-1) ?? 'see'))
  expect(steps).toEqual(['see', 'feel', 'hear', 'smell', 'taste', 'here', 'see'])
  expect(SENSES.map(({ count }) => count)).toEqual([5, 4, 3, 2, 1])
})

it('goes back the way it came, and not before the first', () => {
  expect(stepBefore('see')).toBeNull()
  for (const { sense } of SENSES) expect(stepBefore(stepAfter(sense))).toBe(sense)
})
