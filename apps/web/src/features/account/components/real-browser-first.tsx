'use client'

import { type ReactNode, useState } from 'react'
import { InAppBrowser } from '@/components/in-app-browser'
import { Shell } from '@/components/shell'
import { isInAppBrowserHere } from '@/lib/in-app-browser'
import { invitationWaits } from '@/lib/invitation-in-hand'
import { useBrowserFact } from '@/lib/store'

/* Whoever carries an invitation was told where it was opened. */
const mustBeTold = () => isInAppBrowserHere() && !invitationWaits()

/** Before keys are made: another app's window may forget them. Whoever wants to go on there is let. */
export function RealBrowserFirst({ children }: { children: ReactNode }) {
  const inApp = useBrowserFact(mustBeTold, false)
  const [anyway, setAnyway] = useState(false)
  if (!inApp || anyway) return children
  return (
    <Shell kind="bare">
      <InAppBrowser link={location.href} anyway={() => setAnyway(true)} />
    </Shell>
  )
}
