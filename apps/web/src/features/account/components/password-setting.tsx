'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Setting } from '@/components/setting'
import { useAccount } from '../client'

/** The way to another password; with closed pages only a recovery leads there. */
export function PasswordSetting() {
  const state = useAccount()
  const t = useTranslations('account.settings')
  if (state.kind !== 'signed-in') return null
  const open = state.vault.kind === 'open'
  return (
    <Setting title={t('password')} about={t(open ? 'passwordWhy' : 'passwordClosed')}>
      <ButtonLink to={open ? '/password' : '/recover'} kind="quiet">
        {t('passwordAction')}
      </ButtonLink>
    </Setting>
  )
}
