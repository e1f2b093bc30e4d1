'use client'

import { useTranslations } from 'next-intl'
import { Setting } from '@/components/setting'
import { GestureSwitches } from './gesture-switches'

/** How a check-in may be paused on this device, beside what always pauses it. */
export function WaysToPauseSetting() {
  const t = useTranslations('signals')
  return (
    <Setting title={t('title')} about={t('about')}>
      <GestureSwitches />
    </Setting>
  )
}
