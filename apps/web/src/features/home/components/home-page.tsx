'use client'

import type { ReactNode } from 'react'
import { useAccount } from '@/features/account/client'
import { sessionHinted } from '@/lib/session-hint'
import { useBrowserFact } from '@/lib/store'
import { Home } from './home'
import { Landing } from './landing'

/** Landing or home. The prerendered page holds the landing, and shows it once it is clear that nobody is signed in. */
export function HomePage({ meanwhile }: { meanwhile: ReactNode }) {
  const account = useAccount()
  const hinted = useBrowserFact<boolean | null>(sessionHinted, null)
  if (account.kind === 'signed-in') return <Home account={account} meanwhile={meanwhile} />
  if (account.kind === 'signed-out' || !hinted) return <Landing sure={hinted !== null} />
  return <Home account={account} meanwhile={meanwhile} />
}
