'use client'

import { useLocale, useTranslations } from 'next-intl'
import { CopyButton } from '@/components/copy-button'
import { Setting } from '@/components/setting'
import { useBrowserFact } from '@/lib/store'
import { GestureSwitches } from './gesture-switches'

/** How a check-in may be paused on this device, beside what always pauses it. */
export function WaysToPauseSetting() {
  const t = useTranslations('signals')
  const locale = useLocale()
  const address = useBrowserFact(() => `${location.origin}/${locale}/pause`, '')
  return (
    <>
      <Setting title={t('title')} about={t('about')}>
        <GestureSwitches />
      </Setting>
      <Setting title={t('address')} about={t('addressWhy')}>
        {address !== '' && (
          <CopyButton kind="quiet" text={address}>
            {t('addressCopy')}
          </CopyButton>
        )}
      </Setting>
    </>
  )
}
