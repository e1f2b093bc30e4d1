'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { type Fetched, Go, type Path } from './go'
import { useAfter } from './use-after'

const PROGRESS_AFTER_MS = 1_000

/** `act`: the one thing to do here. `quiet`: the others. `plain`: as a link, for what is rarely wanted. */
export type ButtonKind = 'act' | 'quiet' | 'plain'

interface Props extends Omit<ComponentProps<'button'>, 'className' | 'style'> {
  kind?: ButtonKind
  size?: 'normal' | 'large'
  /** While true the button does nothing more; after a second it says that it is at work. */
  pending?: boolean
  children: ReactNode
}

export function Button({
  kind = 'act',
  size = 'normal',
  pending = false,
  children,
  onClick,
  type = 'button',
  'aria-disabled': disabled,
  ...props
}: Props) {
  const slow = useAfter(pending, PROGRESS_AFTER_MS)
  const t = useTranslations('common')
  return (
    <>
      <button
        {...props}
        type={type}
        className={classOf(kind, size)}
        // Not `disabled`: that would drop the focus of whoever pressed it.
        aria-disabled={pending || disabled || undefined}
        data-pending={pending || undefined}
        onClick={pending ? (event) => event.preventDefault() : onClick}
      >
        <span>{children}</span>
        {slow && <span aria-hidden="true">{t('working')}</span>}
      </button>
      <output className="for-readers-only">{slow && t('working')}</output>
    </>
  )
}

const classOf = (kind: ButtonKind, size: 'normal' | 'large') => `${styles.button} ${styles[kind]} ${styles[size]}`

/** Dials a number or begins a message, with a button's weight. */
export function DialLink({ href, kind = 'act', children }: Pick<Props, 'kind' | 'children'> & { href: string }) {
  return (
    <a href={href} className={classOf(kind, 'large')}>
      {children}
    </a>
  )
}

/** Opens a page of somebody else's, beside this one: it is not told from where. */
export function OutLink({ href, children }: Pick<Props, 'children'> & { href: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" referrerPolicy="no-referrer" className={classOf('quiet', 'large')}>
      {children}
    </a>
  )
}

/** A link that has a button's weight. */
export function ButtonLink({
  to,
  kind = 'act',
  size = 'normal',
  fetched = 'seen',
  children,
}: Pick<Props, 'kind' | 'size' | 'children'> & { to: Path; fetched?: Fetched }) {
  return (
    <Go to={to} fetched={fetched} className={classOf(kind, size)}>
      {children}
    </Go>
  )
}
