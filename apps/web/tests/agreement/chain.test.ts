import { DEFAULT_RULES } from '@turnstone/check-in'
import { describe, expect, it } from 'vitest'
import { judgeChain, needsOneSignature } from '@/vault/agreement-chain'

const BOTH = { a: 'a', b: 'b' }
const by = 'a' as const
const first = {
  kind: 'agreement',
  proposedBy: by,
  version: 1,
  hash: 'h1',
  previousHash: null,
  signatures: BOTH,
} as const
const second = { ...first, version: 2, hash: 'h2', previousHash: 'h1' } as const
const proposal = { ...second, signatures: { a: 'a', b: null } }
const amended = { ...second, kind: 'amendment', signatures: { a: 'a', b: null } } as const
const again = { ...amended, version: 3, hash: 'h3', previousHash: 'h2' } as const
const known = [{ version: 1, hash: 'h1' }]

describe('which rules are believed', () => {
  it('takes the first, the same again, the next in the chain, and what one changed alone', () => {
    expect(judgeChain({ inForce: [], proposal: null }, [])).toBeNull()
    expect(judgeChain({ inForce: [first], proposal: null }, [])).toBeNull()
    expect(judgeChain({ inForce: [first], proposal: null }, known)).toBeNull()
    expect(judgeChain({ inForce: [second], proposal: null }, known)).toBeNull()
    expect(judgeChain({ inForce: [first], proposal }, known)).toBeNull()
    expect(judgeChain({ inForce: [first, amended], proposal: null }, known)).toBeNull()
    expect(judgeChain({ inForce: [first, amended, again], proposal: null }, [])).toBeNull()
    expect(judgeChain({ inForce: [first, amended], proposal: { ...again, kind: 'agreement' } }, known)).toBeNull()
  })

  it.each([
    ['older', 'a lower version', { inForce: [first], proposal: null }, [...known, { version: 2, hash: 'h2' }]],
    ['older', 'none any more', { inForce: [], proposal: null }, known],
    ['chain', 'another one under the same version', { inForce: [{ ...first, hash: 'x' }], proposal: null }, known],
    [
      'chain',
      'one that follows something else',
      { inForce: [{ ...second, previousHash: 'x' }], proposal: null },
      known,
    ],
    ['chain', 'a first one that follows something', { inForce: [{ ...first, previousHash: 'x' }], proposal: null }, []],
    [
      'signature',
      'one that only one signed',
      { inForce: [{ ...first, signatures: { a: 'a', b: null } }], proposal: null },
      [],
    ],
    ['chain', 'a proposal that skips a version', { inForce: [first], proposal: { ...proposal, version: 3 } }, known],
    [
      'chain',
      'a proposal on top of something else',
      { inForce: [first], proposal: { ...proposal, previousHash: 'x' } },
      known,
    ],
    ['chain', 'a proposal that calls itself a change by one', { inForce: [first], proposal: amended }, known],
    ['chain', 'a change by one that rests on nothing', { inForce: [amended], proposal: null }, []],
    ['chain', 'a change by one that rests on another only', { inForce: [amended, again], proposal: null }, []],
    ['chain', 'a change by one with a gap below it', { inForce: [first, again], proposal: null }, []],
    [
      'chain',
      'a change by one over another version',
      { inForce: [{ ...first, hash: 'x' }, amended], proposal: null },
      [],
    ],
    [
      'signature',
      'a change by one shown as by both',
      { inForce: [first, { ...amended, kind: 'agreement' }], proposal: null },
      [],
    ],
    [
      'signature',
      'a change by one with a second name',
      { inForce: [first, { ...amended, signatures: BOTH }], proposal: null },
      [],
    ],
    [
      'signature',
      'a change by one, signed by the other',
      { inForce: [first, { ...amended, proposedBy: 'b' }], proposal: null },
      [],
    ],
    [
      'signature',
      'a change signed by nobody',
      { inForce: [first, { ...amended, signatures: { a: null, b: null } }], proposal: null },
      [],
    ],
    [
      'chain',
      'another change than the one that was seen',
      { inForce: [first, amended], proposal: null },
      [...known, { version: 2, hash: 'x' }],
    ],
  ] as const)('refuses as %s: %s', (why, _what, offered, seen) => {
    expect(judgeChain(offered, seen)).toBe(why)
  })
})

describe('L4: what needs one signature only', () => {
  const words = { phrases: ['tangerine', '🐢'], aftercare: 'Tea.', signs: 'Silence.', leaveAlone: ['money'] }
  const before = { rules: DEFAULT_RULES, words }
  const longer = { ...DEFAULT_RULES, cooldownMs: 3_600_000 }
  const oneMore = { ...words, leaveAlone: ['money', 'my mother'] }

  it('a longer break, up to an hour; or one more topic to leave alone', () => {
    expect(needsOneSignature(before, { rules: longer, words })).toBe(true)
    expect(needsOneSignature(before, { rules: DEFAULT_RULES, words: oneMore })).toBe(true)
  })

  it.each([
    ['nothing', before],
    ['both at once', { rules: longer, words: oneMore }],
    ['a shorter break', { rules: { ...DEFAULT_RULES, cooldownMs: 600_000 }, words }],
    ['a break of more than an hour', { rules: { ...DEFAULT_RULES, cooldownMs: 3_600_001 }, words }],
    ['another turn', { rules: { ...DEFAULT_RULES, turnMs: 60_000 }, words }],
    ['another turn with a longer break', { rules: { ...longer, turnMs: 60_000 }, words }],
    ['a signal taken away', { rules: longer, words: { ...words, phrases: ['tangerine'] } }],
    ['a signal changed', { rules: DEFAULT_RULES, words: { ...oneMore, phrases: ['tangerine', 'x'] } }],
    ['a signal added', { rules: DEFAULT_RULES, words: { ...words, phrases: [...words.phrases, 'boat'] } }],
    ['two topics', { rules: DEFAULT_RULES, words: { ...words, leaveAlone: ['money', 'a', 'b'] } }],
    ['a topic for another', { rules: DEFAULT_RULES, words: { ...words, leaveAlone: ['my mother'] } }],
    ['a topic taken away', { rules: DEFAULT_RULES, words: { ...words, leaveAlone: [] } }],
    ['an empty topic', { rules: DEFAULT_RULES, words: { ...words, leaveAlone: ['money', ' '] } }],
    ['the same topic again', { rules: DEFAULT_RULES, words: { ...words, leaveAlone: ['money', 'money'] } }],
    ['other words', { rules: DEFAULT_RULES, words: { ...oneMore, aftercare: '' } }],
  ])('never %s', (_what, after) => {
    expect(needsOneSignature(before, after)).toBe(false)
  })
})
