'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/components/button'
import { useEscape } from '@/components/use-escape'
import { useBack } from '../use-back'
import styles from './tools.module.css'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

/** One tool, alone in its place (`data-alone`). The way back is at its end, Escape, and the browser's own. */
export function ToolPanel({ title, onClose, children }: Props) {
  const t = useTranslations('calm')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEscape(onClose)
  useBack(onClose)
  return (
    <section className={styles.panel} data-alone aria-label={title}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      {children}
      <div className={styles.close}>
        <Button kind="quiet" size="large" onClick={onClose}>
          {t('back')}
        </Button>
      </div>
    </section>
  )
}
