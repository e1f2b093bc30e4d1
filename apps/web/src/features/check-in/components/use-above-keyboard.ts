import { type RefObject, useEffect } from 'react'

/**
 * Keeps what sticks to the bottom edge above the on-screen keyboard, which covers the page without telling its layout:
 * whoever is typing must still reach the pause.
 */
export function useAboveKeyboard(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const place = () => {
      const covered = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop)
      // Zooming in shrinks the visual viewport too; the bar then stays where the page has it.
      const lift = viewport.scale > 1.05 ? 0 : covered
      if (ref.current) ref.current.style.insetBlockEnd = `${lift}px`
    }
    place()
    viewport.addEventListener('resize', place)
    viewport.addEventListener('scroll', place)
    return () => {
      viewport.removeEventListener('resize', place)
      viewport.removeEventListener('scroll', place)
    }
  }, [ref])
}
