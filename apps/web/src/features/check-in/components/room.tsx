'use client'

import type { ReactNode } from 'react'
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

/** The whole screen of a check-in. */
export function Room({ frozen = false, thawing = false, fit = false, children, edge }: Props) {
  return (
    <div
      className={styles.room}
      data-frozen={frozen || undefined}
      data-thawing={thawing || undefined}
      data-fit={fit || undefined}
    >
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {edge}
    </div>
  )
}
