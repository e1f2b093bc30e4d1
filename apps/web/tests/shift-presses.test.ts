import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ShiftPresses } from '../src/lib/shift-presses'

type Move = 'down' | 'up' | 'other'

/** How often it left, for moves that are `gapMs` apart. */
function exits(moves: readonly Move[], gapMs = 100): number {
  const presses = new ShiftPresses()
  return moves.filter((move, i) => presses.take(move, i * gapMs)).length
}

const press: readonly Move[] = ['down', 'up']

describe('Shift three times alone', () => {
  it('leaves at the third release', () => {
    expect(exits([...press, ...press])).toBe(0)
    expect(exits([...press, ...press, ...press])).toBe(1)
    expect(exits([...press, ...press, ...press, ...press])).toBe(1)
  })

  it('is not three capital letters, nor three clicks with Shift held', () => {
    const capital: readonly Move[] = ['down', 'other', 'up']
    expect(exits([...capital, ...capital, ...capital, ...capital])).toBe(0)
    expect(exits([...press, ...press, 'other', ...press])).toBe(0)
    expect(exits([...press, ...press, ...capital, ...press, ...press])).toBe(0)
  })

  it('is not three presses over a long while', () => {
    expect(exits([...press, ...press, ...press], 2_100)).toBe(0)
  })

  it('never happens without three whole presses in a row', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Move>('down', 'up', 'other'), { maxLength: 30 }), (moves) => {
        const written = moves.map((move) => ({ down: 'd', up: 'u', other: 'o' })[move]).join('')
        if (!/d+ud+ud+u|d+u+d+u+d+u/.test(written)) expect(exits(moves)).toBe(0)
      }),
    )
  })
})
