import type { ReactNode } from 'react'
import styles from './paper.module.css'

/** What one writes and reads on; which one it is shows without reading. */
export function Paper({ room, children }: { room: 'drawer' | 'living'; children: ReactNode }) {
  return (
    <div className={styles.paper} data-room={room}>
      {children}
    </div>
  )
}
