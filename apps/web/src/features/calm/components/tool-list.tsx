'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/button'
import styles from './tools.module.css'

const TOOLS = ['kit', 'breathing', 'grounding', 'cards', 'people', 'write'] as const
export type Tool = (typeof TOOLS)[number] | 'help'

interface Props {
  /** What was open just now: the focus goes back to where it was opened. */
  last: Tool | null
  onOpen: (tool: Tool) => void
}

export function ToolList({ last, onOpen }: Props) {
  const t = useTranslations('calm')
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => opener.current?.focus(), [])
  return (
    <section className={styles.tools} aria-label={t('label')}>
      <ul className={styles.list}>
        {TOOLS.map((tool) => (
          <li key={tool}>
            <Button ref={tool === last ? opener : null} kind="quiet" size="large" onClick={() => onOpen(tool)}>
              {t(`tools.${tool}`)}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.private}>{t('private')}</p>
      <div className={styles.help}>
        <Button ref={last === 'help' ? opener : null} kind="plain" onClick={() => onOpen('help')}>
          {t('tools.help')}
        </Button>
      </div>
    </section>
  )
}
