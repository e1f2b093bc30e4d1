'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Title } from '@/components/title'
import { timeWords } from '@/lib/time-words'
import type { Record } from '@/vault/journal-content'
import { longDate } from '../dates'
import { atMsOf, type Opened } from '../store'
import { OwnWords } from './own-words'
import styles from './read-entry.module.css'
import { ShareCopy } from './share-copy'
import { useAuthor } from './use-author'
import { useFormatName } from './use-format-name'

interface Props {
  entry: Opened
  /** Everything else of the room: a check-in's lines are entries of their own. */
  others: readonly Opened[]
}

/** One entry, whole. */
export function ReadEntry({ entry, others }: Props) {
  const t = useTranslations('journal')
  const locale = useLocale()
  if (entry.kind === 'unreadable') {
    return (
      <>
        <Title>{t('unreadable.title')}</Title>
        <p>{t('unreadable.body')}</p>
      </>
    )
  }
  return (
    <>
      {entry.kind === 'record' && <ReadRecord record={entry.record} others={others} />}
      {entry.kind === 'page' && (
        <>
          <Title>{longDate(locale, entry.page.writtenAtMs)}</Title>
          <OwnWords {...entry.page} />
          <ShareCopy page={entry.page} />
        </>
      )}
      {entry.kind === 'shared' && <ReadShared entry={entry} />}
      {entry.state === 'waiting' && <p className={styles.soft}>{t('page.waiting')}</p>}
    </>
  )
}

function ReadShared({ entry }: { entry: Extract<Opened, { kind: 'shared' }> }) {
  const t = useTranslations('journal.sorts')
  const locale = useLocale()
  const author = useAuthor()
  const { shared, by } = entry
  const { sort, text } = shared
  return (
    <>
      <Title>{longDate(locale, atMsOf(entry))}</Title>
      <p>
        <strong>{sort === 'line' ? t('line') : t(sort, author(by))}</strong>
      </p>
      <OwnWords text={text} writtenAtMs={sort === 'line' ? shared.savedAtMs : shared.writtenAtMs} />
    </>
  )
}

function ReadRecord({ record, others }: { record: Record; others: readonly Opened[] }) {
  const t = useTranslations('journal.record')
  const locale = useLocale()
  const formatName = useFormatName()
  const { openedAtMs, endedAtMs, turns, minutes } = record
  const from = timeWords(locale, openedAtMs).time
  const to = timeWords(locale, endedAtMs).time
  return (
    <>
      <Title>{formatName(record.format)}</Title>
      <div className={styles.facts}>
        <p>{longDate(locale, openedAtMs)}</p>
        <p>{t('fromTo', { from, to })}</p>
        {minutes !== undefined && <p>{t('minutes', { minutes })}</p>}
        <p>{t('turns', { turns })}</p>
      </div>
      <Lines lines={linesOf(record, others)} />
      <p className={styles.soft}>{t('nothingElse')}</p>
    </>
  )
}

const linesOf = ({ checkInId }: Record, others: readonly Opened[]) =>
  others.filter(
    (one): one is Extract<Opened, { kind: 'shared' }> =>
      one.kind === 'shared' && one.shared.sort === 'line' && one.shared.checkInId === checkInId,
  )

function Lines({ lines }: { lines: ReturnType<typeof linesOf> }) {
  const t = useTranslations('journal.record')
  if (lines.length === 0) return null
  return (
    <>
      <h2>{t('lines')}</h2>
      <ul className={styles.lines}>
        {lines.map(({ entryId, shared }) => (
          <li key={entryId} className="own-words">
            {shared.text}
          </li>
        ))}
      </ul>
    </>
  )
}
