import { useEffect } from 'react'

const RETRY_MS = 3_000

/**
 * Asks again by itself for as long as the last answer was a problem: what a page needs to open somebody's pages must not
 * stay away because one request was lost. Pass a function that stays the same between renders.
 */
export function useRetry(isProblem: boolean, again: () => void): void {
  useEffect(() => {
    if (!isProblem) return
    const timer = setInterval(again, RETRY_MS)
    return () => clearInterval(timer)
  }, [isProblem, again])
}
