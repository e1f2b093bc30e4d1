'use client'

import { Shell } from '@/components/shell'
import { Stone } from '@/components/stone'

export function HomePage() {
  return (
    <Shell>
      <Stone place="midway" />
    </Shell>
  )
}
