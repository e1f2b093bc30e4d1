'use client'

import type { ReactNode } from 'react'
import styles from './stack.module.css'

/** A form of ours: it never leaves the page, and says itself what is wrong. */
export function Form({ onSubmit, children }: { onSubmit: (fields: FormData) => void; children: ReactNode }) {
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(new FormData(event.currentTarget))
      }}
    >
      {children}
    </form>
  )
}
