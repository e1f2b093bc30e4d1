import { useEffect, useState } from 'react'
import type { AccountState } from '@/features/account/client'
import type { RulesStand } from '@/features/agreement/client'
import type { NextCheckIn } from '@/features/check-in/client'
import type { PartnershipState } from '@/features/partnership/client'
import { onReturn } from '@/lib/on-return'

/** What comes next, for whoever looks at home. */
export type Next =
  | { readonly kind: 'unknown' }
  /** Nobody is linked. `waitingFor`: whose invitation has my answer. */
  | { readonly kind: 'alone'; readonly waitingFor: string | null }
  /** The link has ended, and I have not been told yet. */
  | { readonly kind: 'unlinked' }
  /** My pages are closed on this device, and so is everybody's name. */
  | { readonly kind: 'locked'; readonly linked: boolean }
  /** I have stepped back: nothing is next until I come back. */
  | { readonly kind: 'steppedBack' }
  /** The server's keys are not the pinned ones. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'rules'; readonly name: string; readonly stand: Exclude<RulesStand, 'signed'> }
  /** `checkIn` is null when nobody can say how it stands; it can be opened all the same. */
  | { readonly kind: 'checkIn'; readonly name: string; readonly checkIn: NextCheckIn | null }

type Stand = { readonly rules: RulesStand; readonly checkIn: NextCheckIn | null }

/** Whether a pause pressed here is one for two people. When in doubt it is: the check-in knows. */
export const stopsSomething = (next: Next): boolean =>
  next.kind === 'unknown' ||
  next.kind === 'checkIn' ||
  next.kind === 'blocked' ||
  next.kind === 'steppedBack' ||
  (next.kind === 'locked' && next.linked)

/** Home is what most people open first: the rest of the house comes after it has been painted. */
const theRules = () => import('@/features/agreement/client')
const theCheckIn = () => import('@/features/check-in/client')

export function useNext(account: AccountState, partnership: PartnershipState): Next {
  const stand = useStand(partnership.kind === 'linked' ? partnership.seat : null)
  switch (partnership.kind) {
    case 'unknown':
    case 'problem':
      return account.kind === 'signed-in' && account.vault.kind === 'locked'
        ? { kind: 'locked', linked: true }
        : { kind: 'unknown' }
    case 'alone':
      if (partnership.news) return { kind: 'unlinked' }
      return { kind: 'alone', waitingFor: partnership.waitingFor?.name ?? null }
    case 'locked':
      return { kind: 'locked', linked: partnership.link !== null }
    case 'blocked':
      return { kind: 'blocked' }
    case 'linked': {
      if (partnership.steppedBack) return { kind: 'steppedBack' }
      const { name } = partnership.partner
      if (!stand) return { kind: 'unknown' }
      const { rules, checkIn } = stand
      return rules === 'signed' ? { kind: 'checkIn', name, checkIn } : { kind: 'rules', name, stand: rules }
    }
  }
}

/** How the rules and the check-in stand, looked at again whenever either may have changed. */
function useStand(seat: 'a' | 'b' | null): Stand | null {
  const [stand, setStand] = useState<Stand | null>(null)
  useEffect(() => {
    if (!seat) return
    let here = true
    let stops: (() => void)[] = []
    void Promise.all([theRules(), theCheckIn()]).then(([agreement, room]) => {
      const look = async () => {
        // When nobody can say, the check-in can: it knows the way to the rules.
        const rules = (await agreement.whereRulesStand(seat)) ?? 'signed'
        const checkIn = rules === 'signed' ? await room.nextCheckIn() : null
        if (here) setStand({ rules, checkIn })
      }
      const again = () => void look()
      if (here) stops = [agreement.onAgreementChange(again), room.onCheckInChange(again), onReturn(again)]
      again()
    })
    return () => {
      here = false
      for (const stop of stops) stop()
    }
  }, [seat])
  return seat ? stand : null
}
