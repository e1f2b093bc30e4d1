import { describe, expect, it } from 'vitest'
import { breathAt, type Rhythm } from '../../src/features/calm/breath'

/** What is felt at the begin of each second, from the first breath on. */
const felt = (rhythm: Rhythm, seconds: number) =>
  Array.from({ length: seconds }, (_, second) => breathAt(rhythm, second * 1_000).phase[0]).join('')

describe('a breath', () => {
  it('is five seconds in and five out, again and again', () => {
    expect(felt('even', 23)).toBe('iiiiioooooiiiiioooooiii')
  })

  it('as a box is in, held, out and at rest, four seconds each', () => {
    expect(felt('box', 18)).toBe('iiiiffffooooeeeeii')
  })

  it('says how long its phase is and what is left of it, to the last moment', () => {
    expect(breathAt('even', 0)).toEqual({ phase: 'in', ms: 5_000, leftMs: 5_000 })
    expect(breathAt('even', 4_999.5)).toEqual({ phase: 'in', ms: 5_000, leftMs: 0.5 })
    expect(breathAt('even', 5_000)).toEqual({ phase: 'out', ms: 5_000, leftMs: 5_000 })
    expect(breathAt('box', 15_000)).toEqual({ phase: 'empty', ms: 4_000, leftMs: 1_000 })
  })

  it('has not begun before its begin, and knows when it does', () => {
    expect(breathAt('box', -1_500)).toMatchObject({ phase: 'empty', leftMs: 1_500 })
  })

  it('goes from phase to phase where each says the next one comes, also after hours in a pocket', () => {
    let atMs = 7 * 3_600_000 + 1_234
    for (let change = 0; change < 100; change += 1) {
      const now = breathAt('box', atMs)
      atMs += now.leftMs
      const next = breathAt('box', atMs)
      expect([now.phase, next.phase]).toSatisfy(([one, other]) => 'in full out empty in'.includes(`${one} ${other}`))
      expect(next.leftMs).toBe(4_000)
    }
  })
})
