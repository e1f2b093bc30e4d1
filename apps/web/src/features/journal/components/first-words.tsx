'use client'

import { useTranslations } from 'next-intl'
import type { Opened } from '../store'
import styles from './first-words.module.css'
import { useAuthor } from './use-author'
import { useFormatName } from './use-format-name'
import { useRecordSummary } from './use-record-summary'

const FIRST_WORDS = 160

/** What an entry is and how it begins. */
export function FirstWords({ entry }: { entry: Opened }) {
  const t = useTranslations('journal')
  const author = useAuthor()
  const summary = useRecordSummary()
  const formatName = useFormatName()
  switch (entry.kind) {
    case 'unreadable':
      return <span>{t('unreadable.title')}</span>
    case 'record':
      return (
        <span>
          <strong className={styles.sort}>{formatName(entry.record.format)}</strong> {summary(entry.record)}
        </span>
      )
    case 'page':
      return (
        <>
          {entry.page.thanks && <span className={styles.sort}>{t('sorts.thanksToMyself')}</span>}
          <Words text={entry.page.text || t('drawer.untitled')} />
        </>
      )
    case 'shared': {
      const { sort, text } = entry.shared
      return (
        <>
          <span className={styles.sort} data-sort={sort}>
            {sort === 'line' ? t('sorts.line') : t(`sorts.${sort}`, author(entry.by))}
          </span>
          <Words text={text} />
        </>
      )
    }
  }
}

const Words = ({ text }: { text: string }) => (
  <span className={`${styles.words} own-words`}>{text.slice(0, FIRST_WORDS).trim()}</span>
)
