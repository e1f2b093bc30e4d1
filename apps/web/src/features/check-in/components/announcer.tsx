'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isSame } from '@/lib/same'
import { type Announcement, announcementOf, newsIn } from '../announcement'
import { known, type OtherName } from '../names'
import type { CheckInView } from '../view'

interface Props {
  view: CheckInView
  other: OtherName
}

/**
 * Says to screen readers how the floor changes, when there is a quiet moment, and a pause at once: each change once, and
 * only what is new in it. Both regions are there from the first paint on: one that appears together with its words is
 * often not read.
 */
export function Announcer({ view, other }: Props) {
  const t = useTranslations('check-in')
  const announcement = announcementOf(view)
  const [said, setSaid] = useState<{ of: Announcement | null; news: Announcement['keys'] }>({ of: null, news: [] })
  if (!isSame(said.of, announcement)) {
    setSaid({ of: announcement, news: announcement ? newsIn(announcement.keys, said.of?.keys ?? []) : [] })
  }
  const aloud = (politeness: Announcement['politeness']) =>
    said.of?.politeness === politeness ? said.news.map((key) => t(key, known(other))).join(' ') : ''
  return (
    <>
      <p className="for-readers-only" aria-live="polite">
        {aloud('polite')}
      </p>
      <p className="for-readers-only" aria-live="assertive">
        {aloud('assertive')}
      </p>
    </>
  )
}
