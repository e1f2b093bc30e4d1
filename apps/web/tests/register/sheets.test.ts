import { beginningsFor, fromOtherSide, TOPICS } from '@turnstone/content'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf, sideBySide, steeringOf, togetherOf } from '@/features/register/store'
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
      ['your-family', null, 'never', 'never'],
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

  it('takes my family for what the other calls theirs', () => {
    const mine = [known('family', 'never'), known('your-family', 'fine')]
    const theirs = [known('family', 'fine'), known('your-family', 'ask')]
    const rows = sideBySide(mine, theirs).map((row) => [row.topic, row.mine, row.theirs, row.together])
    expect(rows).toEqual([
      ['family', 'never', 'ask', 'never'],
      ['your-family', 'fine', 'fine', 'fine'],
    ])
  })
})

describe('L5: what the register says about what may be offered', () => {
  const answers = fc.array(
    fc.record({
      topic: fc.constantFrom(...TOPICS.map(({ id }) => id)),
      own: fc.constant(false),
      answer: fc.constantFrom(...ANSWERS),
    }),
  )
  const sheets = fc.tuple(answers, answers).map(([mine, theirs]) => [unique(mine), unique(theirs)] as const)
  const unique = <T extends { topic: string }>(all: readonly T[]) => [
    ...new Map(all.map((one) => [one.topic, one])).values(),
  ]

  it('is the same for both, each from their side', () => {
    fc.assert(
      fc.property(sheets, fc.uuid(), ([mine, theirs], checkInId) => {
        const here = steeringOf({ kind: 'open', mine, theirs })
        const there = steeringOf({ kind: 'open', mine: theirs, theirs: mine })
        expect(there.fine.map(fromOtherSide).toSorted()).toEqual([...here.fine].toSorted())
        expect(there.askFirst.map(({ topic }) => fromOtherSide(topic)).toSorted()).toEqual(
          here.askFirst.map(({ topic }) => topic).toSorted(),
        )
        expect(beginningsFor({ checkInId, fine: there.fine })).toEqual(beginningsFor({ checkInId, fine: here.fine }))
      }),
    )
  })

  it('never names what either leaves alone', () => {
    fc.assert(
      fc.property(sheets, ([mine, theirs]) => {
        const { fine, askFirst } = steeringOf({ kind: 'open', mine, theirs })
        const named = [...fine, ...askFirst.map(({ topic }) => topic)]
        for (const { topic, answer } of mine) if (answer === 'never') expect(named).not.toContain(topic)
        for (const { topic, answer } of theirs)
          if (answer === 'never') expect(named).not.toContain(fromOtherSide(topic))
      }),
    )
  })

  it('is nothing before both are open, whatever I answered, and when it cannot be known', () => {
    const nothing = { fine: [], askFirst: [] }
    const mine = [known('money', 'never'), known('work', 'fine')]
    for (const kind of ['committed', 'opening'] as const) expect(steeringOf({ kind, mine })).toEqual(nothing)
    expect(steeringOf({ kind: 'empty' })).toEqual(nothing)
    expect(steeringOf({ kind: 'problem', problem: { code: 'tampered' } })).toEqual(nothing)
  })
})
