import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AccountKey, branded, equal, type RecoveryCode } from '../src/bytes.ts'
import { formatAccountKey, formatRecoveryCode, parseAccountKey, parseRecoveryCode } from '../src/secret-text.ts'
import { refusal, refusalCode } from './support/refusal.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyCharacter = fc.nat(0x10ffff).map((point) => String.fromCodePoint(point))
const secret = fc.uint8Array({ minLength: 16, maxLength: 16 })
const accountKey = secret.map((bytes) => branded<AccountKey>(bytes, 16))

test('[ST1] 128 bits to text and back, in 38 characters', () => {
  fc.assert(
    fc.property(secret, (bytes) => {
      const key = formatAccountKey(branded<AccountKey>(bytes, 16))
      const code = formatRecoveryCode(branded<RecoveryCode>(bytes, 16))
      expect(key).toMatch(/^AK(-[0-9A-HJKMNP-TV-Z]{5}){6}$/)
      expect(code).toMatch(/^RC(-[0-9A-HJKMNP-TV-Z]{5}){6}$/)
      expect(key.length).toBe(38)
      expect(equal(parseAccountKey(key), bytes)).toBe(true)
      expect(equal(parseRecoveryCode(code), bytes)).toBe(true)
    }),
  )
})

test('[ST2] reads what people write', () => {
  fc.assert(
    fc.property(accountKey, fc.constantFrom('o', 'O'), fc.constantFrom('i', 'I', 'l', 'L'), (key, zero, one) => {
      const text = formatAccountKey(key)
      const body = text.slice(2).replaceAll('0', zero).replaceAll('1', one)
      for (const written of [
        `AK${body}`,
        `  ak ${body.toLowerCase().replaceAll('-', ' \t')}\n`,
        `a.k_${body.replaceAll('-', '–')}`,
      ]) {
        expect(equal(parseAccountKey(written), key)).toBe(true)
      }
    }),
  )
})

describe('[ST3] mistyping is reported, always', () => {
  const symbols = (text: string) => [...text.slice(2).replaceAll('-', '')]
  const places = fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 4 })

  test('[ST3] one to four wrong characters', async () => {
    const shifts = fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 4, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(accountKey, places, shifts, async (key, wrong, shift) => {
        const typed = symbols(formatAccountKey(key))
        wrong.forEach((place, index) => {
          const value = ALPHABET.indexOf(typed[place] ?? '')
          typed[place] = ALPHABET.charAt((value + (shift[index] ?? 1)) % 32)
        })
        expect(await refusalCode(() => parseAccountKey(`AK${typed.join('')}`))).toBe('secret_text_checksum')
      }),
      { numRuns: 500 },
    )
  })

  test('[ST3] every single substitution and every swap of one key', async () => {
    const typed = symbols(
      formatAccountKey(
        branded<AccountKey>(
          Uint8Array.from({ length: 16 }, (_, i) => 37 * i),
          16,
        ),
      ),
    )
    for (let left = 0; left < typed.length; left += 1) {
      for (const other of ALPHABET) {
        if (other === typed[left]) continue
        const wrong = typed.with(left, other).join('')
        expect(await refusalCode(() => parseAccountKey(`AK${wrong}`))).toBe('secret_text_checksum')
      }
      for (let right = left + 1; right < typed.length; right += 1) {
        if (typed[left] === typed[right]) continue
        const swapped = typed
          .with(left, typed[right] ?? '')
          .with(right, typed[left] ?? '')
          .join('')
        expect(await refusalCode(() => parseAccountKey(`AK${swapped}`))).toBe('secret_text_checksum')
      }
    }
  })
})

test('[ST4] the two kinds are not confused', async () => {
  await fc.assert(
    fc.asyncProperty(secret, async (bytes) => {
      const key = formatAccountKey(branded<AccountKey>(bytes, 16))
      const code = formatRecoveryCode(branded<RecoveryCode>(bytes, 16))
      expect(await refusal(() => parseAccountKey(code))).toBe('secret_text_wrong_kind')
      expect(await refusal(() => parseRecoveryCode(key))).toBe('secret_text_wrong_kind')
      expect(await refusal(() => parseAccountKey(code.replace('RC', 'AK')))).toBe('secret_text_checksum')
      expect(await refusal(() => parseRecoveryCode(key.replace('AK', 'RC')))).toBe('secret_text_checksum')
    }),
  )
})

test('[ST5] anything else is malformed', async () => {
  const key = formatAccountKey(branded<AccountKey>(new Uint8Array(16).fill(3), 16))
  for (const bad of [
    '',
    'AK',
    key.slice(3),
    key.slice(0, -1),
    `${key}0`,
    key.replace(/.$/, 'U'),
    key.replace(/.$/, '!'),
  ]) {
    expect(await refusalCode(() => parseAccountKey(bad))).toBe('secret_text_malformed')
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: anyCharacter, maxLength: 40 }), async (text) => {
      expect(await refusalCode(() => parseAccountKey(text))).toMatch(/^secret_text_/)
    }),
  )
})
