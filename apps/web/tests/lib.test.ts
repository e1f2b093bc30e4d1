import { describe, expect, it } from 'vitest'
import { timeWords } from '../src/lib/time-words'
import { wayBack, withWayBack } from '../src/lib/way-back'

const at = (hour: number, minute: number, day = 10) => new Date(2026, 2, day, hour, minute).getTime()

describe('timeWords', () => {
  it('names the day only when it is another one', () => {
    const now = at(20, 20)
    expect(timeWords('en', at(20, 40), now)).toMatchObject({ day: 'today', time: '20:40', hour: 20 })
    expect(timeWords('es', at(1, 0, 11), now)).toMatchObject({ day: 'tomorrow', time: '1:00', hour: 1 })
    expect(timeWords('en', at(9, 5, 14), now)).toMatchObject({ day: 'other', time: '9:05', date: 'Saturday, March 14' })
    expect(timeWords('en', at(9, 0, 9), now).day).toBe('other')
  })
})

describe('wayBack', () => {
  const back = (next: string) => wayBack(`?next=${encodeURIComponent(next)}`)

  it('leads to pages of this app, in the language of the reader', () => {
    expect(back('/en/check-in')).toBe('/check-in')
    expect(back('/es/journal/read?room=drawer&entry=1')).toBe('/journal/read?room=drawer&entry=1')
    expect(wayBack(withWayBack('/sign-in', '/en/agreement').slice('/sign-in'.length))).toBe('/agreement')
  })

  it.each([
    '',
    '/',
    '/en',
    '/en/',
    'check-in',
    '/fr/check-in',
    '/check-in',
    '/api/account',
    'https://example.org/en/check-in',
    '//example.org/en/check-in',
    '/en//example.org',
    '/en/\\\\example.org',
    '/\\example.org/en/',
    '/en/../api/account',
    '/en/%2e%2e/api/account',
    '/en/\tcheck-in',
    ' /en/check-in',
    'javascript:alert(1)',
    '/en/check-in#secret',
    '/en/sign-in',
    '/en/unlock?next=/en/unlock',
  ])('leads nowhere else: %j', (next) => {
    expect(back(next)).toBeNull()
  })

  it('is not there where nobody was sent here', () => {
    expect(wayBack('')).toBeNull()
  })
})
