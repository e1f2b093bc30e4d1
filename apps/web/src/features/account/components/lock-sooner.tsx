'use client'

import { useLockSooner } from '@/lib/auto-lock'

/** Put onto a page that is nobody else's business: it closes after a minute without a touch. */
export function LockSooner() {
  useLockSooner(true)
  return null
}
