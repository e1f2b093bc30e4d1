import { digest } from './derive.ts'
import type { Identity } from './identity.ts'
import { LABEL } from './labels.ts'
import { KDF_DEFAULT, stretch } from './password.ts'
import { identityPair } from './safety-number.ts'
import { SAFETY_WORDS, type SafetyWord } from './safety-words.ts'

const WORDS = 8
const WORD_BITS = 9
const PHRASE_BYTES = (WORDS * WORD_BITS) / 8

/**
 * Eight words, the same whichever partner asks. Short enough to say aloud, and so stretched (half a second): whoever wants
 * two pairs of keys with one phrase pays that for every try. Names do not count; ids and keys do.
 */
export async function safetyPhrase(one: Identity, other: Identity): Promise<readonly SafetyWord[]> {
  const hash = await digest(LABEL.safetyPhrase, ...identityPair(one, other))
  const bytes = await stretch(hash.slice(0, 32), hash.slice(32), KDF_DEFAULT, PHRASE_BYTES)
  const value = bytes.reduce((total, byte) => (total << 8n) | BigInt(byte), 0n)
  return Array.from({ length: WORDS }, (_, place) => wordAt(value >> BigInt((WORDS - 1 - place) * WORD_BITS)))
}

function wordAt(value: bigint): SafetyWord {
  const word = SAFETY_WORDS[Number(value % 512n)]
  if (word === undefined) throw new RangeError('the list of safety words is not whole')
  return word
}
