'use client'

import { useEffect } from 'react'
import { useGo } from '@/components/go'
import { Shell } from '@/components/shell'
import { invitationWaits } from '@/lib/invitation-in-hand'
import { useAccount } from '../client'
import { Unlock } from './unlock'

/** After a sign-in on a device that does not know the account key. */
export function UnlockPage() {
  const state = useAccount()
  const { replace } = useGo()
  const open = state.kind === 'signed-in' && state.vault.kind === 'open'
  useEffect(() => {
    if (open) replace(invitationWaits() ? '/invite' : '/')
  }, [open, replace])
  if (state.kind !== 'signed-in' || open) return null
  return (
    <Shell>
      <Unlock state={state} later={() => replace('/')} />
    </Shell>
  )
}
