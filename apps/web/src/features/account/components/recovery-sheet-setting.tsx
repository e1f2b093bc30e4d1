'use client'

import { useTranslations } from 'next-intl'
import { Go } from '@/components/go'
import { Setting } from '@/components/setting'
import { useAccount } from '../client'

/** The way to the sheet, while this device knows it. */
export function RecoverySheetSetting() {
  const state = useAccount()
  const t = useTranslations('account')
  if (state.kind !== 'signed-in' || state.vault.kind !== 'open') return null
  return (
    <Setting title={t('settings.sheet')} about={t('settings.newSheetWhy')}>
      <Go to="/recovery-sheet">{t('sheet.show')}</Go>
      <Go to="/new-sheet">{t('settings.newSheet')}</Go>
    </Setting>
  )
}
