import { useEffect, useState } from 'react'
import type { RulesStand } from '@/features/agreement/client'
import type { PartnershipState } from '@/features/partnership/client'
import { onReturn } from '@/lib/on-return'

/** What the two can do next: their rules, or a check-in when those are `signed`. `alone`: there are no two. */
export type NextStep = RulesStand | 'unknown' | 'alone'

/** Home is what most people open first: the rest of the house comes after it has been painted. */
const rules = () => import('@/features/agreement/client')

export function useNextStep(partnership: PartnershipState): NextStep {
  const [stand, setStand] = useState<RulesStand | null>(null)
  const seat = partnership.kind === 'linked' ? partnership.seat : null
  useEffect(() => {
    if (!seat) return
    let here = true
    let stop: (() => void)[] = []
    void rules().then(({ whereRulesStand, onAgreementChange }) => {
      // When nobody can say, the check-in can: it knows the way to the rules.
      const look = () =>
        void whereRulesStand(seat).then((now) => here && setStand((before) => now ?? before ?? 'signed'))
      if (here) stop = [onAgreementChange(look), onReturn(look)]
      look()
    })
    return () => {
      here = false
      for (const one of stop) one()
    }
  }, [seat])
  if (seat) return stand ?? 'unknown'
  // With closed pages a check-in can still be paused and ended.
  return partnership.kind === 'locked' && partnership.link ? 'signed' : 'alone'
}
