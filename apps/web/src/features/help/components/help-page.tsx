'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Go } from '@/components/go'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { LOCALE_NAMES, LOCALES } from '@/i18n/locales'
import { isKeptHere } from '@/lib/service-worker'
import styles from './help.module.css'
import { HelpLines } from './help-lines'

/** Who listens, by country: being here leaves nothing but the browser's own history. */
export function HelpPage() {
  const t = useTranslations('help')
  return (
    <Shell kind="bare" foot={<Foot />}>
      <Stack gap="small">
        <Title>{t('title')}</Title>
        <Seen />
      </Stack>
      <HelpLines />
    </Shell>
  )
}

/** Says that nothing was sent where that is so, and otherwise what was. */
function Seen() {
  const t = useTranslations('help')
  const [kept, setKept] = useState<boolean | null>(null)
  useEffect(() => void isKeptHere().then(setKept), [])
  return (
    <p className={styles.seen} data-unsure={kept === null || undefined}>
      {t(kept === false ? 'wasAsked' : 'sendsNothing')}
    </p>
  )
}

function Foot() {
  const t = useTranslations('help')
  const common = useTranslations('common')
  const here = useLocale()
  return (
    <>
      <Go to="/" fetched="opened">
        {common('home')}
      </Go>
      <Go to="/quick-exit" fetched="opened">
        {t('quickExit')}
      </Go>
      {LOCALES.filter((locale) => locale !== here).map((locale) => (
        // The same page, for this once: the language of the app stays.
        <a key={locale} href={`/${locale}/help`} lang={locale} hrefLang={locale}>
          {LOCALE_NAMES[locale]}
        </a>
      ))}
    </>
  )
}
