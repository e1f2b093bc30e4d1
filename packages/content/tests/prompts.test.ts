import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningsFor, fromOtherSide, PROMPTS, TOPICS } from '../src/index.ts'

const topics = fc.subarray(TOPICS.map(({ id }) => id))
const checkIns = fc.uuid()

describe('L5: what is offered to begin with', () => {
  it('touches nothing but what both have called fine, and is always a choice', () => {
    fc.assert(
      fc.property(checkIns, topics, (checkInId, fine) => {
        const offered = beginningsFor({ checkInId, fine })
        expect(offered).toHaveLength(3)
        expect(new Set(offered).size).toBe(3)
        for (const { touches } of offered) expect(fine).toEqual(expect.arrayContaining([...touches]))
        expect(offered.some(({ touches }) => touches.length === 0)).toBe(true)
      }),
    )
  })

  it('touches no topic at all as long as nothing is known to be fine', () => {
    fc.assert(
      fc.property(checkIns, (checkInId) => {
        expect(beginningsFor({ checkInId, fine: [] }).flatMap(({ touches }) => touches)).toEqual([])
      }),
    )
  })

  it('is the same on both devices, in whatever order they hold the topics', () => {
    fc.assert(
      fc.property(checkIns, topics, (checkInId, fine) => {
        const mirrored = fine.map(fromOtherSide).toReversed()
        expect(beginningsFor({ checkInId, fine: mirrored })).toEqual(beginningsFor({ checkInId, fine }))
      }),
    )
  })

  it('is another choice each time that it is drawn anew', () => {
    fc.assert(
      fc.property(checkIns, (checkInId) => {
        const draws = [0, 1, 2].flatMap((draw) => beginningsFor({ checkInId, fine: [], draw }))
        expect(new Set(draws).size).toBe(9)
        expect(beginningsFor({ checkInId, fine: [], draw: 500 })).toHaveLength(3)
      }),
    )
  })

  it('uses what is fine, and over many check-ins all of it', () => {
    const seen = (fine: string[]) =>
      new Set(fc.sample(checkIns, 400).flatMap((checkInId) => beginningsFor({ checkInId, fine }).map(({ id }) => id)))
    expect(seen(TOPICS.map(({ id }) => id)).size).toBe(PROMPTS.length)
    for (const { id } of TOPICS.filter(({ id }) => fromOtherSide(id) === id))
      expect(beginningsFor({ checkInId: 'any', fine: [id] }).some(({ touches }) => touches.includes(id))).toBe(true)
  })

  it('knows its topics, and of a family never only one', () => {
    const ids = TOPICS.map(({ id }) => id)
    for (const { touches } of PROMPTS) {
      expect(ids).toEqual(expect.arrayContaining([...touches]))
      expect(touches.map(fromOtherSide).toSorted()).toEqual(touches.toSorted())
    }
    for (const id of ids) expect(PROMPTS.some(({ touches }) => touches.includes(id))).toBe(true)
  })

  it('is written in both languages, calmly, none twice', () => {
    for (const of of ['en', 'es'] as const) {
      const all = PROMPTS.map(({ words }) => words[of])
      expect(new Set(all).size).toBe(PROMPTS.length)
      for (const words of all) expect(words).toMatch(/^\p{Lu}[^!¡]+\.$/u)
    }
    expect(new Set(PROMPTS.map(({ id }) => id)).size).toBe(PROMPTS.length)
  })
})
