'use client'

import { useEffect, useState } from 'react'
import { useAccount } from '@/features/account/client'
import { sessionHinted } from '@/lib/session-hint'
import { Home } from './home'
import { Landing } from './landing'

/** The page is made with the landing inside; whoever was signed in here does not see it (home-page.module.css). */
export function HomePage() {
  const account = useAccount()
  const [hinted, setHinted] = useState<boolean | null>(null)
  useEffect(() => setHinted(sessionHinted()), [])
  if (account.kind === 'signed-in') return <Home account={account} />
  if (account.kind === 'signed-out' || !hinted) return <Landing />
  return <Home account={account} />
}
