import type { ReactNode } from 'react'
import styles from './stack.module.css'

interface Props {
  children: ReactNode
  gap?: 'small' | 'medium' | 'large'
  /** `bottom` leaves the rest of the screen free above: within reach of the thumbs. */
  place?: 'flow' | 'middle' | 'bottom'
}

/** Things below each other. */
export function Stack({ children, gap = 'medium', place = 'flow' }: Props) {
  return (
    <div className={styles.stack} data-gap={gap} data-place={place}>
      {children}
    </div>
  )
}

/** Choices of equal weight: side by side where there is room, and always of the same size.
    `short`: of one or two words, so that a phone has room for both. */
export function Answers({ children, short = false }: { children: ReactNode; short?: boolean }) {
  return (
    <div className={styles.answers} data-short={short || undefined}>
      {children}
    </div>
  )
}
