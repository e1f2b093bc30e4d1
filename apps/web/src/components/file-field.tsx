'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './file-field.module.css'

interface Props extends Pick<ComponentProps<'input'>, 'accept'> {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** The name of the file that is chosen, to be seen before it is kept. */
  chosen: string | null
  onChoose: (file: File | null) => void
}

/** A file from this device. The button is the field's own label: a browser's speaks the browser's language, not the page's. */
export function FileField({ label, hint, error, chosen, onChoose, accept }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      {/* First, so that what it is focused by can be shown on its label. */}
      <input
        type="file"
        id={id}
        accept={accept}
        className={`${styles.input} for-readers-only`}
        aria-describedby={`${id}-about`}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
      />
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div id={`${id}-about`}>
        {hint && <p className={styles.hint}>{hint}</p>}
        <output className={styles.chosen}>{chosen}</output>
        <p className={styles.error} role="alert">
          {error}
        </p>
      </div>
    </div>
  )
}
