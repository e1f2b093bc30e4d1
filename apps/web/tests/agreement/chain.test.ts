import { describe, expect, it } from 'vitest'
import { judgeChain } from '@/vault/agreement-chain'

const signed = { a: 'a', b: 'b' }
const first = { version: 1, hash: 'h1', previousHash: null, signatures: signed }
const second = { version: 2, hash: 'h2', previousHash: 'h1', signatures: signed }
const known = [{ version: 1, hash: 'h1' }]

describe('which rules are believed', () => {
  it('takes the first, the same again, and the next in the chain', () => {
    expect(judgeChain({ current: null, proposal: null }, [])).toBeNull()
    expect(judgeChain({ current: first, proposal: null }, [])).toBeNull()
    expect(judgeChain({ current: first, proposal: null }, known)).toBeNull()
    expect(judgeChain({ current: second, proposal: null }, known)).toBeNull()
    expect(judgeChain({ current: first, proposal: { ...second, signatures: { a: 'a', b: null } } }, known)).toBeNull()
  })

  it.each([
    ['older', 'a lower version', { current: first, proposal: null }, [...known, { version: 2, hash: 'h2' }]],
    ['older', 'none any more', { current: null, proposal: null }, known],
    ['chain', 'another one under the same version', { current: { ...first, hash: 'x' }, proposal: null }, known],
    [
      'chain',
      'a next one that follows something else',
      { current: { ...second, previousHash: 'x' }, proposal: null },
      known,
    ],
    ['chain', 'a first one that follows something', { current: { ...first, previousHash: 'x' }, proposal: null }, []],
    [
      'signature',
      'one that only one has signed',
      { current: { ...first, signatures: { a: 'a', b: null } }, proposal: null },
      [],
    ],
    ['chain', 'a proposal that skips a version', { current: first, proposal: { ...second, version: 3 } }, known],
    [
      'chain',
      'a proposal on top of something else',
      { current: first, proposal: { ...second, previousHash: 'x' } },
      known,
    ],
  ] as const)('refuses as %s: %s', (why, _what, offered, seen) => {
    expect(judgeChain(offered, seen)).toBe(why)
  })
})
