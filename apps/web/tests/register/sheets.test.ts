import { TOPICS } from '@turnstone/content'
import { describe, expect, it } from 'vitest'
import { keyOf, sideBySide, togetherOf } from '@/features/register/store'
import { ANSWERS, type Answer } from '@/vault/register-content'

const known = (topic: string, answer: Answer) => ({ topic, own: false, answer })
const own = (topic: string, answer: Answer) => ({ topic, own: true, answer })

describe('L5: what counts for the two', () => {
  it('is the more careful answer, whoever gave it', () => {
    const all = [...ANSWERS, null]
    for (const mine of all) {
      for (const theirs of all) {
        const together = togetherOf(mine, theirs)
        expect(together).toBe(togetherOf(theirs, mine))
        expect(together === 'never').toBe(mine === 'never' || theirs === 'never')
        expect(together === 'fine').toBe(mine === 'fine' && theirs === 'fine')
      }
    }
  })

  it('keeps every topic of either once, the most careful first', () => {
    const rows = sideBySide(
      [known('money', 'fine'), known('work', 'ask'), own('The move ', 'fine')],
      [known('money', 'fine'), known('family', 'never'), own('the move', 'never')],
    )
    expect(rows.map(({ topic, mine, theirs, together }) => [topic.trim(), mine, theirs, together])).toEqual([
      ['family', null, 'never', 'never'],
      ['The move', 'fine', 'never', 'never'],
      ['work', 'ask', null, 'ask'],
      ['money', 'fine', 'fine', 'fine'],
    ])
  })

  it('never takes words of one’s own for a topic of the list', () => {
    expect(keyOf(own('money', 'fine'))).not.toBe(keyOf(known('money', 'fine')))
  })

  it('has a first list with a name in both languages for each topic, none twice', () => {
    expect(TOPICS.length).toBeGreaterThanOrEqual(12)
    for (const of of ['en', 'es'] as const) {
      const names = TOPICS.map(({ name }) => name[of])
      expect(names.every((name) => name.trim() !== '')).toBe(true)
      expect(new Set(names).size).toBe(TOPICS.length)
    }
    expect(new Set(TOPICS.map(({ id }) => id)).size).toBe(TOPICS.length)
  })
})
