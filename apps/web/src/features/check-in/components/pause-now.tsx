'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Calm } from '@/components/calm'
import { useGo } from '@/components/go'
import { askedPause, askPause, forgetAskedPause, TO_PAUSE } from '@/lib/asked-pause'
import { sessionHinted } from '@/lib/session-hint'
import { useBrowserFact } from '@/lib/store'

/**
 * Opening this page is pressing pause. It stands still from its first paint; whoever is signed in here goes on, still
 * paused, to the check-in, which stops the other one too. Signed out it stops this device and says until when.
 */
export function PauseNow({ meanwhile }: { meanwhile: ReactNode }) {
  const { replace } = useGo()
  const isIn = useBrowserFact<boolean | null>(sessionHinted, null)
  const [openedAtMs] = useState(() => Date.now())
  useEffect(() => {
    askPause(openedAtMs)
    if (isIn) replace(`/check-in${TO_PAUSE}`)
  }, [openedAtMs, isIn, replace])
  if (isIn !== false) return <Calm />
  const leave = () => {
    forgetAskedPause()
    replace('/')
  }
  return (
    <Calm returnAtMs={askedPause(openedAtMs).returnAtMs} onBack={leave}>
      {meanwhile}
    </Calm>
  )
}
