'use client'

import { useTranslations } from 'next-intl'
import { type ComponentType, useEffect, useState } from 'react'
import { HelpLink } from '@/components/help-link'
import { Waiting } from '@/components/waiting'
import { loadHelpLines } from '../load-help-lines'
import styles from './help.module.css'

type Lines = { readonly kind: 'coming' | 'away' } | { readonly kind: 'here'; readonly HelpLines: ComponentType }

/** Who listens, without leaving where one is. */
export function HelpHere() {
  const t = useTranslations('help')
  const [lines, setLines] = useState<Lines>({ kind: 'coming' })
  useEffect(() => {
    loadHelpLines().then(
      ({ HelpLines }) => setLines({ kind: 'here', HelpLines }),
      () => setLines({ kind: 'away' }),
    )
  }, [])
  return (
    <div className={styles.here}>
      <p>{t('title')}</p>
      {lines.kind === 'coming' && <Waiting />}
      {lines.kind === 'away' && (
        <>
          <p>{t('unloaded')}</p>
          <HelpLink />
        </>
      )}
      {lines.kind === 'here' && (
        <>
          <p>{t('here')}</p>
          <lines.HelpLines />
        </>
      )}
    </div>
  )
}
