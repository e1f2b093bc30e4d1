import * as z from 'zod'
import '@/lib/zod'

/* What somebody comes back with from a pause: a few short words each, and a line of one's own. */

export const HOW_I_AM = ['calmer', 'tired', 'sad', 'tense', 'mixed'] as const
export const WHAT_I_NEED = ['heard', 'slowly', 'kind', 'quiet', 'near'] as const
export const OWN_LINE_CHARS = 200

/** As it is sealed. Words by their names, so that each reads them in their own language. */
const Sealed = z.strictObject({
  /** Which return it is for: one from another pause is shown nowhere. */
  freezeEpoch: z.int().positive(),
  how: z.enum(HOW_I_AM).nullable(),
  need: z.enum(WHAT_I_NEED).nullable(),
  own: z.string().max(OWN_LINE_CHARS),
})

export type ReentryWords = Omit<z.infer<typeof Sealed>, 'freezeEpoch'>

export const NO_WORDS: ReentryWords = { how: null, need: null, own: '' }

export const isEmpty = ({ how, need, own }: ReentryWords): boolean => how === null && need === null && own.trim() === ''

export const sealedText = (freezeEpoch: number, { how, need, own }: ReentryWords): string =>
  JSON.stringify({ freezeEpoch, how, need, own: own.trim() })

/** Null is what cannot be read: nothing that was sealed for this return. `elsewhere` was for another one. */
export function readLine(text: string | null, freezeEpoch: number): ReentryWords | null | 'elsewhere' {
  const read = Sealed.safeParse(jsonOf(text))
  if (!read.success) return null
  const { freezeEpoch: itsEpoch, ...words } = read.data
  return itsEpoch === freezeEpoch ? words : 'elsewhere'
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}
