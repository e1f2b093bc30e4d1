'use client'

import { useTranslations } from 'next-intl'
import styles from './look.module.css'

export function Type() {
  const checkIn = useTranslations('check-in')
  const journal = useTranslations('journal')
  return (
    <div className={styles.type}>
      <p className={styles.farText}>{checkIn('paused.title')}</p>
      <p className={styles.title}>{journal('write.title')}</p>
      <p className={styles.lead}>{journal('drawer.empty.title')}</p>
      <p>{journal('drawer.empty.body')}</p>
      <p className={styles.small}>{journal('page.waiting')}</p>
      <p className="own-words">{journal('write.placeholder')}</p>
    </div>
  )
}
