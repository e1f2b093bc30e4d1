import { useEffect } from 'react'
import { isOverdue, staysOpen, touch } from '@/lib/auto-lock'
import { lock } from '../client'

const LOOK_EVERY_MS = 1_000
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Closes the pages when it is time; a screen that comes back from sleep is looked at before anything else. */
export function useAutoLock(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    let noted = 0
    let locking = false
    const note = () => {
      if (Date.now() - noted < LOOK_EVERY_MS) return
      // The touch that wakes a sleeping screen does not open what should have closed.
      if (look()) return
      noted = Date.now()
      touch()
    }
    const look = (): boolean => {
      if (staysOpen()) touch()
      else if (isOverdue() && !locking) {
        locking = true
        void lock().finally(() => {
          locking = false
        })
      }
      return locking
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    for (const name of TOUCHES) window.addEventListener(name, note, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const name of TOUCHES) window.removeEventListener(name, note, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [isOpen])
}
