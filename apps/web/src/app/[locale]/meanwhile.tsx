'use client'

import { useEffect } from 'react'
import { CalmTools } from '@/features/calm/components/calm-tools'
import { HelpHere } from '@/features/help/components/help-here'
import { loadHelpLines } from '@/features/help/load-help-lines'
import { WriteHere } from '@/features/journal/components/write-here'
import { KitHere } from '@/features/kit/components/kit-here'
import { PeopleHere } from '@/features/kit/components/people-here'

/** What helps while paused, each from its own feature. */
export function Meanwhile() {
  // With the pause, so that opening them asks for nothing.
  useEffect(() => void loadHelpLines().catch(() => 'asked again when they are opened'), [])
  return <CalmTools write={<WriteHere />} kit={<KitHere />} people={<PeopleHere />} help={<HelpHere />} />
}
