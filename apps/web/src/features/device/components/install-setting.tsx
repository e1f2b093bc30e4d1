'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Setting } from '@/components/setting'
import { install, useInstallWay } from '@/lib/installation'

/** How the app gets onto this device's home screen; nothing where it is already there. */
export function InstallSetting() {
  const t = useTranslations('device.install')
  const way = useInstallWay()
  if (way === 'installed') return null
  return (
    <Setting title={t('title')} about={t('about')}>
      {way === 'ask' ? (
        <Button kind="quiet" onClick={() => void install()}>
          {t('action')}
        </Button>
      ) : (
        <p>{t(way)}</p>
      )}
    </Setting>
  )
}
