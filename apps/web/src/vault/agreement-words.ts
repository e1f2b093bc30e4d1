import { utf8Decode, utf8Encode, VaultError } from '@turnstone/vault'
import * as z from 'zod'
import { LINE_CHARS, MOST_PHRASES, MOST_TOPICS, TEXT_CHARS } from './agreement-limits'
import '@/lib/zod'

/* What only the two can read of their agreement. */

const line = z.string().min(1).max(LINE_CHARS)
const text = z.string().max(TEXT_CHARS)

/** In this order, which is part of comparing two of them. */
const Words = z.strictObject({
  /** Our word: each of them stops everything. */
  phrases: z.array(line).min(1).max(MOST_PHRASES),
  /** What helps afterwards. */
  aftercare: text,
  /** Signs that it is too much. */
  signs: text,
  /** Topics the two leave alone. Nothing is filtered by them. */
  leaveAlone: z.array(line).max(MOST_TOPICS),
})
export type AgreementWords = z.infer<typeof Words>

/** The first agreements held one word and nothing else. */
const FirstWords = z.strictObject({ word: line }).transform(({ word }) => {
  return { phrases: [word], aftercare: '', signs: '', leaveAlone: [] }
})
const Stored = z.union([Words, FirstWords])

/** Throws a ZodError for words that no device could open again. */
export const toContent = (words: AgreementWords): Uint8Array => utf8Encode(JSON.stringify(Words.parse(words)))

export function fromContent(content: Uint8Array): AgreementWords {
  const words = Stored.safeParse(JSON.parse(utf8Decode(content)))
  if (!words.success) throw new VaultError('envelope_tampered', 'words')
  return words.data
}
