import { findsOurWord, type PhraseMatcher } from '@turnstone/check-in'

const IDLE_MS = 700

export interface WordWatch {
  /** After every change of a field. */
  readonly typed: (text: string) => void
  /** Before sending; true when it must not be sent. */
  readonly sends: (text: string) => boolean
  readonly stop: () => void
}

/**
 * Watches one field for our word: at the next character that ends it, after a short stillness, or on send. It calls
 * `onFound` when the word comes into the field, not for as long as it stands there: whoever goes on after a pause
 * must be able to go on typing. `present` is what the field holds when the watch begins.
 */
export function watchForOurWord(matcher: PhraseMatcher, onFound: () => void, present = ''): WordWatch {
  let standsThere = findsOurWord(matcher, present, { complete: true })
  let idle: ReturnType<typeof setTimeout> | undefined
  const look = (text: string, complete: boolean): boolean => {
    const found = findsOurWord(matcher, text, { complete })
    if (found && !standsThere) onFound()
    // A last word that may still go on does not say that the word has left the field.
    standsThere = found || (standsThere && !complete && findsOurWord(matcher, text, { complete: true }))
    return found
  }
  return {
    typed(text) {
      clearTimeout(idle)
      if (!look(text, false)) idle = setTimeout(() => look(text, true), IDLE_MS)
    },
    sends(text) {
      clearTimeout(idle)
      const found = findsOurWord(matcher, text, { complete: true })
      if (found) {
        standsThere = true
        onFound()
      }
      return found
    },
    stop: () => clearTimeout(idle),
  }
}
