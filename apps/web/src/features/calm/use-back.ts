import { useEffect, useRef } from 'react'

const MARK = 'turnstoneOpened'

/** The browser's way back, by gesture or button, leads out of what was opened, and not away from the page. */
export function useBack(onBack: () => void): void {
  const latest = useRef(onBack)
  useEffect(() => {
    latest.current = onBack
  })
  useEffect(() => {
    let isOpen = true
    const go = () => {
      if (!isMarked()) latest.current()
    }
    void settled.then(() => {
      if (!isOpen) return
      history.pushState({ [MARK]: true }, '')
      window.addEventListener('popstate', go)
    })
    return () => {
      isOpen = false
      window.removeEventListener('popstate', go)
      // Closed in another way, its place in the history goes too; where a link led on, that is the place of the next page.
      if (isMarked()) settled = stepBack()
    }
  }, [])
}

/** Browsers go back in their own time: what is opened before that waits for it. */
let settled: Promise<void> = Promise.resolve()

const stepBack = () =>
  new Promise<void>((resolve) => {
    window.addEventListener('popstate', () => resolve(), { once: true })
    history.back()
  })

const isMarked = () => Boolean((history.state as Record<string, unknown> | null)?.[MARK])
