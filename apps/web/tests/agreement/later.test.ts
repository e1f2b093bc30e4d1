import { DEFAULT_RULES } from '@turnstone/check-in'
import { describe, expect, it } from 'vitest'
import { asDraft, dayThatIsOver, isLaterDay, isToKeep } from '@/features/agreement/first-day'
import { rebased } from '@/features/agreement/rebase'
import { NO_WORDS, type Readable } from '@/features/agreement/store'
import type { AgreementWords } from '@/vault/agreement-words'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime()

function agreed(of: { version?: number; cooldownMs?: number; words?: Partial<AgreementWords> } = {}): Readable {
  const { version = 1, cooldownMs = DEFAULT_RULES.cooldownMs, words } = of
  const agreement: Readable['agreement'] = {
    kind: 'agreement',
    version,
    previousHash: null,
    rules: { ...DEFAULT_RULES, cooldownMs },
    words: '',
    hash: `hash ${version}`,
    proposedBy: 'a',
    signatures: { a: 'a', b: 'b' },
    signedAtMs: 0,
  }
  return { agreement, words: { ...NO_WORDS, phrases: ['marzipan'], ...words } }
}

describe('the first rules', () => {
  it('are for the day on which both signed, and for an evening that goes on past midnight', () => {
    expect(isLaterDay(at(1, 9), at(1, 23))).toBe(false)
    expect(isLaterDay(at(1, 22), at(2, 1))).toBe(false)
    expect(isLaterDay(at(1, 22), at(2, 9))).toBe(true)
    expect(isLaterDay(at(1, 9), at(9, 8))).toBe(true)
    // A clock that was set back makes no day later.
    expect(isLaterDay(at(2, 9), at(1, 8))).toBe(false)
  })

  it('are asked about only as long as nothing else took their place', () => {
    const later = at(3, 12)
    expect(dayThatIsOver({ current: agreed(), forTheDayOfMs: at(1, 12) }, later)).toBe(at(1, 12))
    expect(dayThatIsOver({ current: agreed(), forTheDayOfMs: at(3, 9) }, later)).toBeNull()
    expect(dayThatIsOver({ current: agreed({ version: 2 }), forTheDayOfMs: null }, later)).toBeNull()
    expect(dayThatIsOver({ current: null, forTheDayOfMs: null }, later)).toBeNull()
  })

  it('are kept by the same once more, and by nothing else', () => {
    const again = agreed({ version: 2 })
    expect(isToKeep(again, agreed())).toBe(true)
    expect(isToKeep(agreed({ version: 2, cooldownMs: 30 * MINUTE_MS }), agreed())).toBe(false)
    expect(isToKeep(agreed({ version: 2, words: { phrases: ['tangerine'] } }), agreed())).toBe(false)
    expect(isToKeep(again, null)).toBe(false)
  })
})

describe('L4: what was written on top of rules that have changed meanwhile', () => {
  const then = agreed({ words: { leaveAlone: ['the car'] } })
  const mine = { ...asDraft(then), words: { ...then.words, aftercare: 'Tea.', leaveAlone: ['the car', 'the dog'] } }

  it('stays as it is while nothing has changed', () => {
    expect(rebased(mine, then, then)).toEqual(mine)
    expect(rebased(mine, null, null)).toEqual(mine)
  })

  it('keeps every word, and takes in one topic more', () => {
    const now = agreed({ version: 2, words: { leaveAlone: ['the car', 'work after nine'] } })
    expect(rebased(mine, then, now)).toEqual({
      ...mine,
      words: { ...mine.words, leaveAlone: ['the car', 'the dog', 'work after nine'] },
    })
  })

  it('takes in a longer break, unless it is about the break itself', () => {
    const now = agreed({ version: 2, cooldownMs: HOUR_MS, words: { leaveAlone: ['the car'] } })
    expect(rebased(mine, then, now)).toEqual({ ...mine, cooldownMs: HOUR_MS })
    expect(rebased({ ...mine, cooldownMs: 5 * MINUTE_MS }, then, now).cooldownMs).toBe(5 * MINUTE_MS)
  })

  it('does not bring back a topic that it takes off the list', () => {
    const without = { ...mine, words: { ...mine.words, leaveAlone: [] } }
    const now = agreed({ version: 2, words: { leaveAlone: ['the car', 'work after nine'] } })
    expect(rebased(without, then, now).words.leaveAlone).toEqual(['work after nine'])
  })
})
