'use client'

import { useLocale } from 'next-intl'
import { LOCALES } from '@/i18n/locales'
import { changeLanguage } from '@/lib/language'
import { Button } from './button'

/* Said in the language it leads to, for somebody who does not read this one. */
const OWN_NAMES = { en: 'English', es: 'Español' } as const

/** At the foot of the pages that somebody may see first. */
export function OtherLanguage() {
  const here = useLocale()
  return LOCALES.filter((locale) => locale !== here).map((locale) => (
    <Button key={locale} kind="plain" onClick={() => changeLanguage(locale)}>
      <span lang={locale}>{OWN_NAMES[locale]}</span>
    </Button>
  ))
}
