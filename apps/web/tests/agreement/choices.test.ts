import { expect, it } from 'vitest'
import { BREAK_STEPS_MS, inHoursAndMinutes, stepFrom } from '@/features/agreement/durations'
import { wordProblem } from '@/features/agreement/word'
import en from '@/messages/en/agreement.json' with { type: 'json' }
import es from '@/messages/es/agreement.json' with { type: 'json' }

const MINUTE_MS = 60_000

it('steps from any value to the next one people choose, and not beyond the range', () => {
  expect(stepFrom(BREAK_STEPS_MS, 20 * MINUTE_MS, 'up')).toBe(30 * MINUTE_MS)
  expect(stepFrom(BREAK_STEPS_MS, 17 * MINUTE_MS, 'down')).toBe(15 * MINUTE_MS)
  expect(stepFrom(BREAK_STEPS_MS, 5 * MINUTE_MS, 'down')).toBeNull()
  expect(stepFrom(BREAK_STEPS_MS, 1_440 * MINUTE_MS, 'up')).toBeNull()
  expect(inHoursAndMinutes(90 * MINUTE_MS)).toEqual({ hours: 1, minutes: 30 })
})

it('takes a rare word, a picture or a short phrase, and no word of every quarrel', () => {
  for (const word of ['lighthouse', '🐢', 'blue teapot']) expect(wordProblem(word)).toBeNull()
  expect(wordProblem(' ')).toBe('empty')
  expect(wordProblem('...')).toBe('noLetters')
  expect(wordProblem('no')).toBe('tooShort')
  expect(wordProblem('basta')).toBe('common')
  expect(wordProblem('Stop')).toBe('common')
  expect(wordProblem('x'.repeat(41))).toBe('tooLong')
})

it('suggests only words it would take itself', () => {
  for (const { word } of [en, es]) {
    for (const suggestion of Object.values(word.suggestions)) expect(wordProblem(suggestion)).toBeNull()
  }
})
