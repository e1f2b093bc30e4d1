'use client'

import type { ReactNode } from 'react'
import styles from './stack.module.css'

/** What was typed into the field of this name. */
export type Fields = (name: string) => string

/**
 * A form of ours: it never leaves the page, and says itself what is wrong. `post`, because forms are there before their
 * scripts are, and a browser that sent one all the same would put a password into the address.
 */
export function Form({ onSubmit, children }: { onSubmit: (fields: Fields) => void; children: ReactNode }) {
  return (
    <form
      className={styles.stack}
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        onSubmit((name) => {
          const value = data.get(name)
          return typeof value === 'string' ? value : ''
        })
      }}
    >
      {children}
    </form>
  )
}
