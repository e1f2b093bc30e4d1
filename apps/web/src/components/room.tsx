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
  /** Drawn from edge to edge: what is inside leaves the corner of the quick exit free itself. */
  whole?: boolean
  children: ReactNode
  /** What lies along the bottom edge. */
  edge?: ReactNode
}

/** The whole screen, for what needs all of it: a check-in, a pause. */
export function Room({ frozen = false, thawing = false, fit = false, whole = false, children, edge }: Props) {
  const t = useTranslations('common')
  return (
    <div
      className={styles.room}
      data-frozen={frozen || undefined}
      data-thawing={thawing || undefined}
      data-fit={fit || undefined}
      data-whole={whole || undefined}
    >
      <QuickExit locale={useLocale()} label={t('quickExit')} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {edge}
    </div>
  )
}
