'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Go } from './go'
import { NewerVersion } from './newer-version'
import { QuickExit } from './quick-exit'
import styles from './shell.module.css'

interface Props {
  children: ReactNode
  /** Quiet links at the foot of the page. */
  foot?: ReactNode
  /** `bare` leaves the name out of the way: invitations, paused, anything that fills the screen. */
  kind?: 'page' | 'bare'
  /** What lies along the bottom edge of the screen, however far the page is scrolled. */
  edge?: ReactNode
}

/** The page around everything: skip link, name, quick exit, main, foot. */
export function Shell({ children, foot, kind = 'page', edge }: Props) {
  const t = useTranslations('common')
  return (
    <>
      <div className={styles.shell}>
        <a className={styles.skip} href="#main">
          {t('skip')}
        </a>
        <header className={styles.header}>
          {kind === 'page' && (
            <Go to="/" className={styles.name} data-app-name>
              <span className={styles.ownName}>Turnstone</span>
              <span className={styles.plainName}>{t('plainName')}</span>
            </Go>
          )}
          <QuickExit locale={useLocale()} label={t('quickExit')} />
        </header>
        <main id="main" tabIndex={-1} className={styles.main}>
          <NewerVersion />
          {children}
        </main>
        {foot && <footer className={styles.foot}>{foot}</footer>}
      </div>
      {edge}
    </>
  )
}
