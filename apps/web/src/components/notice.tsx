import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface Props {
  /** `info` and `offline` are said when there is a pause; `error` is said now. */
  kind?: 'info' | 'error' | 'offline'
  children: ReactNode
}

export function Notice({ kind = 'info', children }: Props) {
  return (
    <div className={styles.notice} data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
