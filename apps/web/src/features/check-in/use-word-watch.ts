import type { PhraseMatcher } from '@turnstone/check-in'
import { useEffect, useMemo } from 'react'
import { type WordWatch, watchForOurWord } from './our-word'

/** One watch per field; ends with it. */
export function useWordWatch(matcher: PhraseMatcher, onFound: () => void): WordWatch {
  const watch = useMemo(() => watchForOurWord(matcher, onFound), [matcher, onFound])
  useEffect(() => watch.stop, [watch])
  return watch
}
