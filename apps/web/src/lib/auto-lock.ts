import { useEffect } from 'react'
import { withStorage } from './storage'

/* After some minutes without a touch the pages close, in all tabs at once. What decides it lies in this browser's storage. */

export const LOCK_CHOICES = ['1', '5', '15', 'never'] as const
export type LockChoice = (typeof LOCK_CHOICES)[number]

const CHOICE = 'turnstone.lock-after'
const TOUCHED = 'turnstone.touched'
const USUAL: LockChoice = '5'
const MINUTE_MS = 60_000

const isChoice = (text: string | null | undefined): text is LockChoice => LOCK_CHOICES.some((one) => one === text)

export function lockChoice(): LockChoice {
  const kept = withStorage('local', (storage) => storage.getItem(CHOICE))
  return isChoice(kept) ? kept : USUAL
}

export function chooseLock(choice: LockChoice): void {
  withStorage('local', (storage) => storage.setItem(CHOICE, choice))
}

let stayingOpen = 0
let closingSooner = 0

/** While `active`, nothing locks: a check-in is live, and the other one may be speaking for a long time. */
export function useStayOpen(active: boolean): void {
  useEffect(() => {
    if (!active) return
    stayingOpen += 1
    return () => {
      stayingOpen -= 1
    }
  }, [active])
}

/** While `active`, this page closes after a minute without a touch, or sooner where its owner chose so. The drawer does. */
export function useLockSooner(active: boolean): void {
  useEffect(() => {
    if (!active) return
    closingSooner += 1
    return () => {
      closingSooner -= 1
    }
  }, [active])
}

export const staysOpen = (): boolean => stayingOpen > 0

/** Somebody is here; every tab of this browser learns it. */
export function touch(): void {
  withStorage('local', (storage) => storage.setItem(TOUCHED, String(Date.now())))
}

/** Whether nobody has been here for longer than they wished. A clock that was set back counts as just now. */
export function isOverdue(choice: LockChoice = lockChoice(), now: number = Date.now()): boolean {
  if (choice === 'never') return false
  const touched = Number(withStorage('local', (storage) => storage.getItem(TOUCHED)) ?? now)
  const limit = closingSooner > 0 ? MINUTE_MS : Number(choice) * MINUTE_MS
  return now - touched >= limit
}
