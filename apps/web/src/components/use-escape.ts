import { useEffect, useRef } from 'react'

/** Escape leads back, from whatever was opened last. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    const me = () => latest.current()
    opened.push(me)
    if (opened.length === 1) window.addEventListener('keydown', press)
    return () => {
      opened.splice(opened.indexOf(me), 1)
      if (opened.length === 0) window.removeEventListener('keydown', press)
    }
  }, [])
}

const opened: (() => void)[] = []

function press(event: KeyboardEvent): void {
  // In the middle of a word that is being composed, Escape belongs to the keyboard.
  if (event.key === 'Escape' && !event.isComposing) opened.at(-1)?.()
}
