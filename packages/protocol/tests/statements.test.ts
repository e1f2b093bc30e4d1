import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  accountKeysStatement,
  agreementStatement,
  amendmentStatement,
  readyStatement,
  slipStatement,
} from '../src/index.ts'

const READY = { partnershipId: 'p', checkInId: 'c', freezeEpoch: 12, rung: 0, agreementHash: 'h' }
const RULES = { cooldownMs: 1, turnMs: 2, graceMs: 3, breathMs: 4 }
const AGREEMENT = { partnershipId: 'p', version: 1, previousHash: null, rules: RULES, words: 'w' }

it('is laid out as SPEC.md says', () => {
  const text = Buffer.from(readyStatement(READY)).toString('latin1')
  expect(text).toBe('turnstone/v1/ready\0\0\0\0\x01p\0\0\0\x01c\0\0\0\x0212\0\0\0\x01h')
  const agreement = Buffer.from(agreementStatement(AGREEMENT)).toString('latin1')
  const fields = ['p', '1', '', '1', '2', '3', '4', 'w'].map(
    (field) => `\0\0\0${String.fromCharCode(field.length)}${field}`,
  )
  expect(agreement).toBe(`turnstone/v1/agreement\0${fields.join('')}`)
  const keys = Buffer.from(accountKeysStatement({ userId: 'u', version: 7, keys: 'k' })).toString('latin1')
  expect(keys).toBe('turnstone/v1/account-keys\0\0\0\0\x01u\0\0\0\x017\0\0\0\x01k')
})

it('P2: nobody’s yes to going on is ever a yes to a slip', () => {
  const { rung: _rung, ...slip } = READY
  const text = Buffer.from(slipStatement(slip)).toString('latin1')
  expect(text).toBe(
    Buffer.from(readyStatement(READY)).toString('latin1').replace('turnstone/v1/ready\0', 'turnstone/v1/slip\0'),
  )
  const field = fc.string({ maxLength: 6 })
  const of = fc.record({ partnershipId: field, checkInId: field, freezeEpoch: fc.nat(), agreementHash: field })
  fc.assert(
    fc.property(of, of, fc.nat(), (one, other, rung) => {
      const bytes = Buffer.from(slipStatement(one))
      expect(bytes.equals(Buffer.from(slipStatement(other)))).toBe(JSON.stringify(one) === JSON.stringify(other))
      expect(bytes.equals(Buffer.from(readyStatement({ ...other, rung })))).toBe(false)
    }),
  )
})

it('L4: what one person changes alone is never what both agreed: only the name differs, and it is part of what is signed', () => {
  const [by, alone] = [agreementStatement(AGREEMENT), amendmentStatement(AGREEMENT)].map((bytes) => Buffer.from(bytes))
  expect(alone?.toString('latin1')).toBe(by?.toString('latin1').replace('/agreement\0', '/amendment\0'))
  expect(alone?.toString('latin1')).toContain('turnstone/v1/amendment\0')
})

it('says something else for every other field', () => {
  const text = fc.string({ maxLength: 6 })
  const ready = fc.record({
    partnershipId: text,
    checkInId: text,
    freezeEpoch: fc.nat(),
    rung: fc.nat(),
    agreementHash: text,
  })
  fc.assert(
    fc.property(ready, ready, (one, other) => {
      const [a, b] = [Buffer.from(readyStatement(one)), Buffer.from(readyStatement(other))]
      expect(a.equals(b)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
  )
  fc.assert(
    fc.property(
      fc.record({ cooldownMs: fc.nat(), turnMs: fc.nat(), graceMs: fc.nat(), breathMs: fc.nat() }),
      text,
      (rules, words) => {
        const same = JSON.stringify({ rules, words }) === JSON.stringify({ rules: RULES, words: 'w' })
        const [a, b] = [agreementStatement({ ...AGREEMENT, rules, words }), agreementStatement(AGREEMENT)]
        expect(Buffer.from(a).equals(Buffer.from(b))).toBe(same)
      },
    ),
  )
})
