'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Go } from '@/components/go'
import { longDate } from '../dates'
import { atMsOf, type Opened, type Room } from '../store'
import styles from './entry-list.module.css'
import { useRecordSummary } from './use-record-summary'

const FIRST_WORDS = 160

interface Props {
  room: Room
  entries: readonly Opened[]
  /** The ended link that this is the archive of. */
  of?: string
}

/** What is in a room, newest first. */
export function EntryList({ room, entries, of }: Props) {
  const t = useTranslations('journal')
  const locale = useLocale()
  const summary = useRecordSummary()
  return (
    <ul className={styles.list} data-room={room}>
      {entries.map((entry) => (
        <li key={entry.entryId}>
          <Go to={`/journal/read?entry=${entry.entryId}&room=${room}${of ? `&of=${of}` : ''}`} className={styles.entry}>
            <span className={styles.date}>{longDate(locale, atMsOf(entry))}</span>
            {entry.kind === 'page' && (
              <span className={`${styles.first} own-words`}>
                {entry.page.text.slice(0, FIRST_WORDS).trim() || t('drawer.untitled')}
              </span>
            )}
            {entry.kind === 'record' && (
              <span className={styles.first}>
                <strong>{t('record.title')}</strong> {summary(entry.record)}
              </span>
            )}
            {entry.kind === 'shared' && (
              <span className={`${styles.first} own-words`}>{entry.shared.text.slice(0, FIRST_WORDS).trim()}</span>
            )}
            {entry.kind === 'unreadable' && <span className={styles.first}>{t('unreadable.title')}</span>}
            {entry.kind !== 'unreadable' && entry.state === 'waiting' && (
              <span className={styles.state}>{t('page.waiting')}</span>
            )}
          </Go>
        </li>
      ))}
    </ul>
  )
}
