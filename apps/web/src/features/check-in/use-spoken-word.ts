import type { PhraseMatcher } from '@turnstone/check-in'
import { useLocale } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { useChosenGestures } from './gestures'
import { watchForOurWord } from './our-word'
import { browserRecogniser, listenFor, localRecogniser, spokenLanguage } from './spoken-word'

/**
 * Our word, spoken, where somebody chose that and the browser hears it on this device alone. True is returned when nothing
 * is heard although it was chosen.
 */
export function useSpokenWord(mayPause: boolean, matcher: PhraseMatcher, onWord: () => void): boolean {
  const locale = useLocale()
  const listens = useChosenGestures().includes('speech') && mayPause && matcher.phrases.length > 0
  const heard = useEffectEvent(onWord)
  const [isDeaf, setDeaf] = useState(false)
  useEffect(() => {
    if (!listens) return
    const language = spokenLanguage(locale)
    const watch = watchForOurWord(matcher, () => heard())
    let stop: (() => void) | null = null
    let isGone = false
    void localRecogniser(browserRecogniser(), language).then((local) => {
      if (isGone) return
      const onDeaf = () => setDeaf(true)
      if (local) stop = listenFor(local, language, { onHeard: watch.typed, onDeaf })
      else onDeaf()
    })
    return () => {
      isGone = true
      stop?.()
      watch.stop()
      setDeaf(false)
    }
  }, [listens, locale, matcher])
  return isDeaf
}
