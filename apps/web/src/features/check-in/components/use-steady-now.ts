import { useEffect, useState } from 'react'

/** Short enough that the ring creeps. An animation would redraw it sixty times a second for half an hour. */
export const RING_STEP_MS = 500

/** This page's steady clock, looked at every so often: for what is drawn, never for what is decided. */
export function useSteadyNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return nowMs
}

/** The time of day, looked at every so often. */
export function useWallNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return nowMs
}
