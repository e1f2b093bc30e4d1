import { compilePhrases } from '@turnstone/check-in'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchForOurWord } from '@/features/check-in/our-word'

const matcher = compilePhrases(['lighthouse'])
const watched = () => {
  const onFound = vi.fn<() => void>()
  return { onFound, watch: watchForOurWord(matcher, onFound) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('is found at the next character that is no letter', () => {
  const { watch, onFound } = watched()
  watch.typed('please lighthouse')
  expect(onFound).not.toHaveBeenCalled()
  watch.typed('please lighthouse ')
  expect(onFound).toHaveBeenCalledTimes(1)
})

it('is found after a short stillness, and not inside a longer word', () => {
  const { watch, onFound } = watched()
  watch.typed('lighthouse')
  vi.advanceTimersByTime(699)
  expect(onFound).not.toHaveBeenCalled()
  watch.typed('lighthousekeeper')
  vi.advanceTimersByTime(2_000)
  expect(onFound).not.toHaveBeenCalled()
  watch.typed('lighthouse')
  vi.advanceTimersByTime(700)
  expect(onFound).toHaveBeenCalledTimes(1)
})

it('is found on send, and what has it is not sent', () => {
  const { watch, onFound } = watched()
  expect(watch.sends('so much for that')).toBe(false)
  expect(watch.sends('Lighthouse')).toBe(true)
  expect(onFound).toHaveBeenCalledTimes(1)
})

it('stops once, not at every key while it stands in the field; again when it comes again', () => {
  const { watch, onFound } = watched()
  watch.typed('lighthouse, ')
  watch.typed('lighthouse, a')
  watch.typed('lighthouse, an')
  vi.advanceTimersByTime(2_000)
  expect(onFound).toHaveBeenCalledTimes(1)
  watch.typed('')
  vi.advanceTimersByTime(2_000)
  watch.typed('lighthouse ')
  expect(onFound).toHaveBeenCalledTimes(2)
})

it('does not stop for what already stood in the field when it is shown again', () => {
  const onFound = vi.fn<() => void>()
  const watch = watchForOurWord(matcher, onFound, 'no lighthouse')
  watch.typed('no lighthouse ')
  watch.typed('no lighthouse b')
  expect(onFound).not.toHaveBeenCalled()
})
