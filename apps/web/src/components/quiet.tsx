import type { ReactNode } from 'react'
import styles from './quiet.module.css'

/** Words that stay in the background. */
export function Quiet({ children }: { children: ReactNode }) {
  return <p className={styles.quiet}>{children}</p>
}
