'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { isSame } from '@/lib/same'
import { timeWords } from '@/lib/time-words'
import { type Announcement, announcementOf, type News, newsOf } from '../announcement'
import { known, type OtherName } from '../names'
import type { CheckInView } from '../view'

const NOTHING: News = { keys: [] }

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
  const locale = useLocale()
  const announcement = announcementOf(view)
  const [said, setSaid] = useState<{ of: Announcement | null; news: News }>({ of: null, news: NOTHING })
  if (!isSame(said.of, announcement)) {
    setSaid({ of: announcement, news: announcement ? newsOf(announcement, said.of) : NOTHING })
  }
  const { keys, look } = said.news
  const words = keys.map((key) => t(key, known(other)))
  if (look) words.push(t(look.key, timeWords(locale, look.returnAtMs)))
  const aloud = (politeness: Announcement['politeness']) => (said.of?.politeness === politeness ? words.join(' ') : '')
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
