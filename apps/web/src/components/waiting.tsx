'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useAfter } from './use-after'
import styles from './waiting.module.css'

const SHOW_AFTER_MS = 400
const WORDS_AFTER_MS = 1_000

/** Nothing for what is quick, a still sign after a moment, words after a second. */
export function Waiting({ children }: { children?: ReactNode }) {
  const shown = useAfter(true, SHOW_AFTER_MS)
  const worded = useAfter(true, WORDS_AFTER_MS)
  const t = useTranslations('common')
  return (
    <output className={styles.waiting} data-waiting data-shown={shown || undefined}>
      <span className={styles.sign} aria-hidden="true" />
      {worded && <span>{children ?? t('waiting')}</span>}
    </output>
  )
}
