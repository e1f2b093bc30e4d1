import { checkName, newUuid } from '@turnstone/vault'
import * as z from 'zod'
import '@/lib/zod'

/** No longer than a name at sign-up, and unable to rewrite the sentence it stands in. */
const isName = (text: string) => {
  try {
    return checkName(text) === text
  } catch {
    return false
  }
}

/** A person's name and how to speak of them, as they said it last. The app never makes grammar of it. */
export const About = z.strictObject({
  /** New with every change. */
  id: z.uuid(),
  name: z.string().refine(isName),
  /** Pronouns, or anything else that helps; empty when nothing was said. */
  words: z.string().refine((words) => words === '' || isName(words)),
  /** Grows with every change, also when the device's clock went back: an older one never takes the place of a newer. */
  saidAtMs: z.int().nonnegative(),
})
export type About = z.infer<typeof About>

export const newerAbout = (one: About | null, other: About | null): About | null =>
  one && other ? (other.saidAtMs > one.saidAtMs ? other : one) : (one ?? other)

/** What takes the place of `before`, said now. Throws `name_invalid`. */
export function nextAbout(before: About | null, said: Pick<About, 'name' | 'words'>, nowMs: number): About {
  const words = said.words.trim()
  return {
    id: newUuid(),
    name: checkName(said.name),
    words: words && checkName(words),
    saidAtMs: Math.max(nowMs, (before?.saidAtMs ?? 0) + 1),
  }
}
