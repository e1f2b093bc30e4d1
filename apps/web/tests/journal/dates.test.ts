import { expect, it } from 'vitest'
import { dayOfMonth, longDate, monthName } from '@/features/journal/dates'

it('begins like a heading in both languages', () => {
  const day = new Date(2026, 10, 22, 12).getTime()
  expect(longDate('en', day)).toBe('Sunday, November 22, 2026')
  expect(longDate('es', day)).toBe('Domingo, 22 de noviembre de 2026')
  expect([monthName('en', day), monthName('es', day)]).toEqual(['November 2026', 'Noviembre de 2026'])
  expect([dayOfMonth('en', day), dayOfMonth('es', day)]).toEqual(['Sunday 22', 'Domingo 22'])
})
