'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Choice } from '@/components/choice'
import { Setting } from '@/components/setting'
import { LOCALE_COOKIE, type Locale } from '@/i18n/locales'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Each their own language; this browser remembers it. */
export function LanguageSetting() {
  const t = useTranslations('account.settings')
  const locale = useLocale()
  const choose = (next: Locale) => {
    const secure = location.protocol === 'https:' ? '; secure' : ''
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
    document.cookie = `${LOCALE_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`
    // A whole new page: the document itself changes its language.
    location.replace(location.pathname.replace(/^\/[a-z]{2}(?=\/|$)/, `/${next}`))
  }
  return (
    <Setting title={t('language')} about={t('languageWhy')}>
      <Choice
        legend={<span className="for-readers-only">{t('language')}</span>}
        options={[
          { value: 'en', label: <span lang="en">{t('english')}</span> },
          { value: 'es', label: <span lang="es">{t('spanish')}</span> },
        ]}
        value={locale}
        onChange={choose}
      />
    </Setting>
  )
}
