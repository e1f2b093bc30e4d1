'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Go } from '@/components/go'
import { dayOfMonth, monthName } from '../dates'
import { byMonth } from '../months'
import { atMsOf, type Opened, type Room } from '../store'
import styles from './entry-list.module.css'
import { FirstWords } from './first-words'

interface Props {
  room: Room
  entries: readonly Opened[]
  /** The ended link that this is the archive of. */
  of?: string
}

/** What is in a room, newest first, month by month. */
export function EntryList({ room, entries, of }: Props) {
  const locale = useLocale()
  return byMonth(entries).map((month) => (
    <section key={month.key} className={styles.month} data-quarter={month.quarter} aria-labelledby={month.key}>
      <h3 id={month.key} className={styles.opening}>
        {monthName(locale, month.atMs)}
      </h3>
      <ul className={styles.list} data-room={room}>
        {month.entries.map((entry) => (
          <li key={entry.entryId} data-by={entry.kind === 'shared' ? entry.by : undefined}>
            <Entry room={room} entry={entry} of={of} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Entry({ room, entry, of }: { room: Room; entry: Opened; of: string | undefined }) {
  const t = useTranslations('journal')
  const locale = useLocale()
  return (
    <Go
      to={`/journal/read?entry=${entry.entryId}&room=${room}${of ? `&of=${of}` : ''}`}
      className={styles.entry}
      fetched="reached"
    >
      <span className={styles.date}>{dayOfMonth(locale, atMsOf(entry))}</span>
      <FirstWords entry={entry} />
      {entry.kind !== 'unreadable' && entry.state === 'waiting' && (
        <span className={styles.state}>{t('page.waiting')}</span>
      )}
    </Go>
  )
}
