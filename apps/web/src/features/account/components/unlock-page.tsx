'use client'

import { useEffect } from 'react'
import { useGo } from '@/components/go'
import { Shell } from '@/components/shell'
import { invitationWaits } from '@/lib/invitation-in-hand'
import { wayBack } from '@/lib/way-back'
import { useAccount } from '../client'
import { Unlock } from './unlock'

/** After a sign-in on a device that does not know the account key. */
export function UnlockPage() {
  const state = useAccount()
  const { replace } = useGo()
  const open = state.kind === 'signed-in' && state.vault.kind === 'open'
  const behind = state.kind === 'signed-in' && state.account.keysBehind !== null
  useEffect(() => {
    // The keys are still sealed for the password before: a new sheet comes first, and puts it right.
    if (open && behind) replace('/new-sheet')
    else if (open) replace(wayBack(location.search) ?? (invitationWaits() ? '/invite' : '/'))
  }, [open, behind, replace])
  if (state.kind !== 'signed-in' || open) return null
  return (
    <Shell>
      <Unlock state={state} later={() => replace(worksClosed(wayBack(location.search)) ? '/check-in' : '/')} />
    </Shell>
  )
}

/** A check-in can be paused and ended with closed pages. */
const worksClosed = (path: string | null) => path === '/check-in'
