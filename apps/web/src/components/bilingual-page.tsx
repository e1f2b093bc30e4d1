'use client'

import { useEffect } from 'react'
import { LOCALES, type Locale } from '@/i18n/locales'
import { useBrowserFact } from '@/lib/store'
import styles from './bilingual-page.module.css'
import { QuickExit } from './quick-exit'

const QUICK_EXIT: Record<Locale, string> = { en: 'Quick exit', es: 'Salida rápida' }

interface Words {
  title: string
  words: string
  home: string
}

/** For when the language is not known, or the messages cannot be relied on. An address that names one is believed. */
export function BilingualPage(texts: Partial<Record<Locale, Words>>) {
  const asked = useBrowserFact(askedLocale, null)
  const shown = LOCALES.filter((locale) => texts[locale] && (asked === null || !texts[asked] || locale === asked))
  const first = shown[0] ?? 'en'
  useEffect(() => {
    document.documentElement.lang = first
  }, [first])
  return (
    <>
      <QuickExit locale={first} label={QUICK_EXIT[first]} />
      <main className={styles.page}>
        {shown.map((locale) => texts[locale] && <Section key={locale} locale={locale} {...texts[locale]} />)}
      </main>
    </>
  )
}

/** The language that this page's address begins with. */
const askedLocale = (): Locale | null => LOCALES.find((locale) => location.pathname.startsWith(`/${locale}/`)) ?? null

function Section({ locale, title, words, home }: Words & { locale: Locale }) {
  return (
    <section lang={locale} className={styles.section}>
      <h1>{title}</h1>
      <p>{words}</p>
      {/* A whole new page on purpose: after an error nothing of this one is relied on. */}
      <a href={`/${locale}`}>{home}</a>
    </section>
  )
}
