'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import styles from './field.module.css'

interface Told {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and what would be right; read out when it appears. */
  error?: ReactNode
}

type InputProps = Told & Omit<ComponentProps<'input'>, 'className' | 'style' | 'id'>

function Field({ label, hint, error, children }: Told & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
      <p className={styles.error} id={errorId} role="alert">
        {error}
      </p>
    </div>
  )
}

interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export function TextField({ label, hint, error, type = 'text', ...props }: InputProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <input {...props} {...wiring} type={type} className={styles.input} />}
    </Field>
  )
}

/** The browser's own: one choice of many, found by its first letters too. */
export function SelectField({
  label,
  hint,
  error,
  ...props
}: Told & Omit<ComponentProps<'select'>, 'className' | 'style' | 'id'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <select {...props} {...wiring} className={styles.input} />}
    </Field>
  )
}

/** With a way to look at what one typed: people who are upset mistype. */
export function PasswordField({ label, hint, error, ...props }: Omit<InputProps, 'type'>) {
  const t = useTranslations('common')
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className={styles.row}>
          <input
            {...props}
            {...wiring}
            type={shown ? 'text' : 'password'}
            className={styles.input}
            autoCapitalize="none"
            spellCheck={false}
          />
          <button type="button" className={styles.show} aria-pressed={shown} onClick={() => setShown(!shown)}>
            {t('show')}
          </button>
        </div>
      )}
    </Field>
  )
}

export function TextArea({
  label,
  hint,
  error,
  ...props
}: Told & Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'id'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <textarea rows={6} {...props} {...wiring} className={`${styles.input} own-words`} />}
    </Field>
  )
}
