'use client'

import { useLocale } from 'next-intl'
import { LOCALE_NAMES, LOCALES } from '@/i18n/locales'
import { changeLanguage } from '@/lib/language'
import { Button } from './button'

/** At the foot of the pages that somebody may see first. */
export function OtherLanguage() {
  const here = useLocale()
  return LOCALES.filter((locale) => locale !== here).map((locale) => (
    <Button key={locale} kind="plain" onClick={() => changeLanguage(locale)}>
      <span lang={locale}>{LOCALE_NAMES[locale]}</span>
    </Button>
  ))
}
