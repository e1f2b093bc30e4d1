import type { PhraseMatcher } from '@turnstone/check-in'
import { useEffect, useState } from 'react'
import { type WordWatch, watchForOurWord } from './our-word'

/** One watch per field, from when the field is shown until it goes. `present` is what it holds by then. */
export function useWordWatch(matcher: PhraseMatcher, onFound: () => void, present: string): WordWatch {
  const [watch, setWatch] = useState(() => ({ of: matcher, it: watchForOurWord(matcher, onFound, present) }))
  // The word may become known, or change, while the field is there.
  if (watch.of !== matcher) setWatch({ of: matcher, it: watchForOurWord(matcher, onFound, present) })
  useEffect(() => watch.it.stop, [watch])
  return watch.it
}
