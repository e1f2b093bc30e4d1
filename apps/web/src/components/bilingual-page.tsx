import { LOCALES, type Locale } from '@/i18n/locales'
import styles from './bilingual-page.module.css'
import { QuickExit } from './quick-exit'

const QUICK_EXIT: Record<Locale, string> = { en: 'Quick exit', es: 'Salida rápida' }

interface Words {
  title: string
  words: string
  home: string
}

/** For when the language is not known, or the messages cannot be relied on. */
export function BilingualPage(texts: Partial<Record<Locale, Words>>) {
  const first = LOCALES.find((locale) => texts[locale]) ?? 'en'
  return (
    <>
      <QuickExit locale={first} label={QUICK_EXIT[first]} />
      <main className={styles.page}>
        {LOCALES.map((locale) => texts[locale] && <Section key={locale} locale={locale} {...texts[locale]} />)}
      </main>
    </>
  )
}

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
