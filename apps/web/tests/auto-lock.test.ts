import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseLock, isOverdue, lockChoice, touch } from '@/lib/auto-lock'
import { deviceOf } from '@/lib/this-device'

const MINUTE_MS = 60_000

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the pages close by themselves', () => {
  it('after five minutes, unless somebody chose otherwise', () => {
    touch()
    const now = Date.now()
    expect(isOverdue(lockChoice(), now + 4.9 * MINUTE_MS)).toBe(false)
    expect(isOverdue(lockChoice(), now + 5 * MINUTE_MS)).toBe(true)
    chooseLock('15')
    expect(isOverdue(lockChoice(), now + 14 * MINUTE_MS)).toBe(false)
    chooseLock('never')
    expect(isOverdue(lockChoice(), now + 1_000 * MINUTE_MS)).toBe(false)
  })

  it('not where nobody was ever here, nor for a clock that was set back', () => {
    expect(isOverdue()).toBe(false)
    touch()
    expect(isOverdue(lockChoice(), Date.now() - 60 * MINUTE_MS)).toBe(false)
  })

  it('after five minutes too, where the choice is something nobody offers', () => {
    localStorage.setItem('turnstone.lock-after', '1e9')
    expect(lockChoice()).toBe('5')
  })
})

describe('a browser calls itself as its owner would', () => {
  it.each([
    ['Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0', 'Firefox', 'Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
      'Edge',
      'Windows',
    ],
    ['something else altogether', '', ''],
  ])('%s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system })
  })
})
