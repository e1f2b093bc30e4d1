'use client'

import { useTranslations } from 'next-intl'
import { type Announcement, announcementOf } from '../announcement'
import type { OtherName } from '../names'
import { known } from '../names'
import type { CheckInView } from '../view'

interface Props {
  view: CheckInView
  other: OtherName
}

/**
 * Says to screen readers how the floor changes, when there is a quiet moment, and a pause at once. Both regions are
 * there from the first paint on: one that appears together with its words is often not read.
 */
export function Announcer({ view, other }: Props) {
  const t = useTranslations('check-in')
  const announcement = announcementOf(view)
  const said = (politeness: Announcement['politeness']) =>
    announcement?.politeness === politeness ? announcement.keys.map((key) => t(key, known(other))).join(' ') : ''
  return (
    <>
      <p className="for-readers-only" aria-live="polite">
        {said('polite')}
      </p>
      <p className="for-readers-only" aria-live="assertive">
        {said('assertive')}
      </p>
    </>
  )
}
