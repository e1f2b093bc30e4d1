import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePhrases, findsOurWord, isUsablePhrase } from '../src/index.ts'
import { RUN } from './seed.ts'

function finds(phrase: string, text: string, complete = true): boolean {
  return findsOurWord(compilePhrases([phrase]), text, { complete })
}

test('[OW1] accents, capitals and ways to write the same letter do not matter', () => {
  const same: [string, string][] = [
    ['camión', 'CAMION'],
    ['niño', 'nin\u0303o'],
    ['straße', 'STRASSE'],
    ['Σίσυφος', 'σισυφοσ'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['ırmak', 'IRMAK'],
    ['İstanbul', 'istanbul'],
    ['шёлк', 'ШЕЛК'],
    ['שָׁלוֹם', 'שלום'],
    ['سَلام', 'سلام'],
    ['ﬁne', 'FINE'],
    ['smørrebrød', 'smorrebrod'],
    ['red\u00ADlight', 'redlight'],
    ['ストップ', 'ｽﾄｯﾌﾟ'],
    ['빨강', '빨강'.normalize('NFD')],
  ]
  for (const [phrase, text] of same) {
    expect(finds(phrase, text), `${phrase} in ${text}`).toBe(true)
    expect(finds(text, phrase), `${text} in ${phrase}`).toBe(true)
  }
})

test('[OW1] marks that are vowels do matter', () => {
  expect(finds('कल', 'काल')).toBe(false)
  expect(finds('か', 'が')).toBe(false)
  expect(finds('가', '각')).toBe(false)
})

test('[OW2] only whole words, whatever stands between them', () => {
  expect(finds('red', 'I was hundred percent incredible')).toBe(false)
  expect(finds('red', 'red7')).toBe(false)
  expect(finds('red', '…red!')).toBe(true)
  expect(finds('red light', 'RED — light,')).toBe(true)
  expect(finds('red light', 'redlight')).toBe(false)
  expect(finds('red light', 'light red')).toBe(false)
  expect(finds('red', 'redder, red')).toBe(true)
})

test('[OW3] the last word may still go on', () => {
  expect(finds('red', 'red', false)).toBe(false)
  expect(finds('red', 'red ', false)).toBe(true)
  expect(finds('red', 'red,', false)).toBe(true)
  expect(finds('red', 'redd', false)).toBe(false)
  expect(finds('red', 'red', true)).toBe(true)
})

test('[OW4] scripts without spaces, and pictures, are found wherever they stand', () => {
  expect(finds('停下', '我们现在停下吧', false)).toBe(true)
  expect(finds('หยุด', 'ฉันอยากหยุดตอนนี้', false)).toBe(true)
  expect(finds('ストップ', 'もうストップして', false)).toBe(true)
  expect(finds('🛑', 'please🛑now', false)).toBe(true)
  expect(finds('❤️', 'ok ❤', false)).toBe(true)
  expect(finds('stop', '请stop一下', false)).toBe(true)
  expect(finds('停stop', '停stopping', false)).toBe(false)
})

test('[OW5] a phrase without anything to find is not usable and finds nothing', () => {
  for (const phrase of ['', '   ', '…!', '\u0301', '\u200B']) {
    expect(isUsablePhrase(phrase), JSON.stringify(phrase)).toBe(false)
    expect(finds(phrase, 'anything … at all')).toBe(false)
  }
  expect(isUsablePhrase('7')).toBe(true)
})

const letters = (alphabet: string) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 6 }).map((list) => list.join(''))
const word = fc.oneof(letters('abeñüßıo'), letters('αβσςώ'), letters('абйё'), letters('אבגד'))
const between = letters(' .,;!?\n\t—«»()\u00A0')
const marks = fc.constantFrom('', '\u0301', '\u0308', '\u0327')

test('[OW1] a decorated phrase is the same phrase', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      between,
      marks,
      fc.boolean(),
      (words, gap, mark, upper) => {
        const text = words
          .map((one) =>
            Array.from(one)
              .map((letter) => letter + mark)
              .join(''),
          )
          .join(gap)
        const typed = upper ? text.toUpperCase() : text
        return finds(words.join(' '), `${gap}${typed.normalize('NFC')}${gap}`, false)
      },
    ),
    RUN,
  )
})

test('[OW2] a longer word never is the shorter one', () => {
  fc.assert(
    fc.property(word, letters('xyz'), fc.boolean(), (one, more, before) => {
      return !finds(one, before ? more + one : one + more)
    }),
    RUN,
  )
})

test('[OW3] typing on from an incomplete word finds it only when it is over', () => {
  fc.assert(
    fc.property(word, between, (one, gap) => {
      const phrase = compilePhrases([one])
      const typed = Array.from(one)
      const partly = typed.map((_, index) => typed.slice(0, index + 1).join(''))
      return (
        partly.every((text) => !findsOurWord(phrase, text, { complete: false })) &&
        findsOurWord(phrase, one + gap, { complete: false }) &&
        findsOurWord(phrase, one, { complete: true })
      )
    }),
    RUN,
  )
})
