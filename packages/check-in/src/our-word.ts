/**
 * Finding our word in what somebody is typing, on the device, before anything is sent. Words are compared as people
 * type them in a hurry: without accents, without capitals, with any punctuation between them.
 */

/** Our word and its variants, made ready to be looked for. Never leaves the device. */
export interface PhraseMatcher {
  readonly phrases: readonly string[]
}

/** Makes phrases ready. Those that `isUsablePhrase` rejects are left out. */
export function compilePhrases(phrases: readonly string[]): PhraseMatcher {
  return { phrases: phrases.map((phrase) => normalize(phrase).trim()).filter((phrase) => phrase !== '') }
}

/** Whether a phrase has anything in it that can be found: a letter, a digit or a picture. For the agreement's editor. */
export function isUsablePhrase(phrase: string): boolean {
  return normalize(phrase).trim() !== ''
}

/**
 * Whether one of the phrases stands in `text` as whole words. While somebody is still typing, the last word may go on;
 * `complete` says that it does not (sent, or 700 ms without a key).
 */
export function findsOurWord(
  matcher: PhraseMatcher,
  text: string,
  { complete }: { readonly complete: boolean },
): boolean {
  const normalized = normalize(text)
  return matcher.phrases.some((phrase) => contains(normalized, phrase, complete))
}

function contains(text: string, phrase: string, complete: boolean): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (startsWord(text, phrase, at) && endsWord(text, phrase, at + phrase.length, complete)) return true
  }
  return false
}

function startsWord(text: string, phrase: string, at: number): boolean {
  if (at === 0 || isSpaceless(firstCharacter(phrase))) return true
  return isBoundary(lastCharacter(text.slice(0, at)))
}

function endsWord(text: string, phrase: string, end: number, complete: boolean): boolean {
  if (isSpaceless(lastCharacter(phrase))) return true
  return end === text.length ? complete : isBoundary(firstCharacter(text.slice(end)))
}

/** Scripts written without spaces between words, and pictures: there a phrase is found wherever it stands. */
const SPACELESS =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}\p{Extended_Pictographic}]$/u

function isSpaceless(character: string): boolean {
  return SPACELESS.test(character)
}

function isBoundary(character: string): boolean {
  return character === ' ' || isSpaceless(character)
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x20)
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? ' '
}

/** Accents and points where they are typed or left out at will. In other scripts such marks are the vowels. */
const OPTIONAL_MARKS = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}])\p{M}+/gu
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u0640/gu
const STRAY_MARKS = /(^|[^\p{L}\p{M}\p{N}])\p{M}+/gu
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu

/** Letters that are one letter more or less to different keyboards, after lower-casing. */
const FOLDED: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ', ı: 'i', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' }
const FOLDABLE = /[ßςıæœøđł]/g

function normalize(text: string): string {
  return text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(STRAY_MARKS, '$1')
    .replace(OPTIONAL_MARKS, '$1')
    .toLowerCase()
    .normalize('NFKD')
    .replace(OPTIONAL_MARKS, '$1')
    .replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFC')
    .replace(BETWEEN_WORDS, ' ')
}
