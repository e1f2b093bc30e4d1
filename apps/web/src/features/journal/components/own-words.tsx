'use client'

import { useLocale, useTranslations } from 'next-intl'
import { timeWords } from '@/lib/time-words'
import styles from './own-words.module.css'

/** Somebody's words, as they wrote them, and when. */
export function OwnWords({ text, writtenAtMs }: { text: string; writtenAtMs: number }) {
  const t = useTranslations('journal.page')
  const locale = useLocale()
  return (
    <>
      <p className={`${styles.text} own-words`}>{text}</p>
      <p className={styles.soft}>{t('written', timeWords(locale, writtenAtMs))}</p>
    </>
  )
}
