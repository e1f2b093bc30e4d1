'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Notice } from '@/components/notice'
import styles from './sheet.module.css'
import type { Writing } from './use-writing'

interface Props {
  writing: Extract<Writing, { kind: 'open' }>
  onType: (text: string) => void
}

/** What one writes on, and how it stands to what is kept of it. */
export function Sheet({ writing, onType }: Props) {
  const t = useTranslations('journal.write')
  const id = useId()
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {t('label')}
      </label>
      <p id={`${id}-private`}>{t('private')}</p>
      <textarea
        id={id}
        aria-describedby={`${id}-private`}
        className={`${styles.sheet} own-words`}
        value={writing.text}
        onChange={(event) => onType(event.target.value)}
        placeholder={t('placeholder')}
        autoComplete="off"
      />
      <output className={styles.status}>{t(`status.${writing.status}`)}</output>
      {writing.tooLong && (
        <Notice>
          <p>{t('tooLong')}</p>
        </Notice>
      )}
    </>
  )
}
