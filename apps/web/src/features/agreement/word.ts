import { compilePhrases, findsOurWord, isUsablePhrase } from '@turnstone/check-in'

/** Why a word does not do, by the name of its sentence; null when it does. */
export type WordProblem = 'empty' | 'noLetters' | 'tooShort' | 'tooLong' | 'common'

const LEAST_LETTERS = 4
const MOST_CHARACTERS = 40

/* What is said in every quarrel stops nothing: or it stops everything. */
const COMMON = compilePhrases([
  'stop',
  'wait',
  'please',
  'enough',
  'pause',
  'okay',
  'sorry',
  'love',
  'never',
  'always',
  'just',
  'what',
  'that',
  'para',
  'espera',
  'basta',
  'pausa',
  'vale',
  'perdon',
  'amor',
  'nunca',
  'siempre',
  'bueno',
  'claro',
  'favor',
  'pero',
])

export function wordProblem(word: string): WordProblem | null {
  const text = word.trim()
  if (text === '') return 'empty'
  if (!isUsablePhrase(text)) return 'noLetters'
  if (text.length > MOST_CHARACTERS) return 'tooLong'
  // One picture says enough; of letters it takes a few.
  if (/^[\p{L}\p{N}]+$/u.test(text) && text.length < LEAST_LETTERS) return 'tooShort'
  if (!/\s/u.test(text) && findsOurWord(COMMON, text, { complete: true })) return 'common'
  return null
}
