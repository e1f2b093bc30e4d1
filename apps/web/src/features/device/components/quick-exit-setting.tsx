'use client'

import { useTranslations } from 'next-intl'
import { Go } from '@/components/go'
import { Setting } from '@/components/setting'

export function QuickExitSetting() {
  const t = useTranslations('device.quickExit')
  return (
    <Setting title={t('title')} about={t('about')}>
      <Go to="/quick-exit">{t('read')}</Go>
    </Setting>
  )
}
