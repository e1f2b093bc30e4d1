'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Choice } from '@/components/choice'
import { Setting } from '@/components/setting'
import { changeLanguage } from '@/lib/language'

/** Each their own language; this browser remembers it. */
export function LanguageSetting() {
  const t = useTranslations('account.settings')
  const locale = useLocale()
  return (
    <Setting title={t('language')} about={t('languageWhy')}>
      <Choice
        legend={<span className="for-readers-only">{t('language')}</span>}
        options={[
          { value: 'en', label: <span lang="en">{t('english')}</span> },
          { value: 'es', label: <span lang="es">{t('spanish')}</span> },
        ]}
        value={locale}
        onChange={changeLanguage}
      />
    </Setting>
  )
}
