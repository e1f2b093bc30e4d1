import { useEffect, useState } from 'react'

/** A hand that rests on the phone, or touches twice, must not pass a turn that has only just begun. */
const SETTLES_AFTER_MS = 1_200

/** Whether this turn has been going on for a moment. */
export function useSettled(turn: number, isTurn: boolean): boolean {
  const [settled, setSettled] = useState<number | null>(null)
  useEffect(() => {
    if (!isTurn) return
    const timer = setTimeout(() => setSettled(turn), SETTLES_AFTER_MS)
    return () => {
      clearTimeout(timer)
      // The same turn may go on after it was said back: it begins anew for whoever rests a hand here.
      setSettled(null)
    }
  }, [turn, isTurn])
  return isTurn && settled === turn
}
