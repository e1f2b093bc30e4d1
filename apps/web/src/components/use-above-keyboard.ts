import { useEffect } from 'react'

const COVERED = '--covered'

/**
 * Tells the styles how much of the bottom the on-screen keyboard covers, which it does without telling the layout:
 * whoever is typing must still reach the pause.
 */
export function useAboveKeyboard(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const { style } = document.documentElement
    const place = () => {
      const covered = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop)
      // Zooming in shrinks the visual viewport too; everything then stays where the page has it.
      style.setProperty(COVERED, `${viewport.scale > 1.05 ? 0 : covered}px`)
    }
    place()
    viewport.addEventListener('resize', place)
    viewport.addEventListener('scroll', place)
    return () => {
      viewport.removeEventListener('resize', place)
      viewport.removeEventListener('scroll', place)
      style.removeProperty(COVERED)
    }
  }, [])
}
