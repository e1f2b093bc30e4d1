'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { QuickExit } from './quick-exit'
import styles from './room.module.css'

interface Props {
  frozen?: boolean
  /** Just came out of a pause. */
  thawing?: boolean
  /** Exactly as high as the screen: what is inside scrolls in itself. */
  fit?: boolean
  children: ReactNode
  /** What lies along the bottom edge. */
  edge?: ReactNode
}

/** The whole screen, for what needs all of it: a check-in, a pause. */
export function Room({ frozen = false, thawing = false, fit = false, children, edge }: Props) {
  const t = useTranslations('common')
  return (
    <div
      className={styles.room}
      data-frozen={frozen || undefined}
      data-thawing={thawing || undefined}
      data-fit={fit || undefined}
    >
      <QuickExit locale={useLocale()} label={t('quickExit')} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {edge}
    </div>
  )
}
