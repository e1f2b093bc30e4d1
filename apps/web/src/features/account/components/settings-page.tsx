'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Go } from '@/components/go'
import { HelpLink } from '@/components/help-link'
import { Quiet } from '@/components/quiet'
import { SettingsGroup } from '@/components/setting'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { useAccount } from '../client'

/** Four groups, whatever features there are: every feature brings its own `Setting`, put into its group in `src/app`. */
const GROUPS = ['account', 'device', 'two', 'language'] as const

export function SettingsPage(groups: Record<(typeof GROUPS)[number], ReactNode>) {
  const state = useAccount()
  const t = useTranslations('account.settings')
  const common = useTranslations('common')
  if (state.kind !== 'signed-in') return null
  return (
    <Shell
      foot={
        <>
          <Go to="/">{common('home')}</Go>
          <Go to="/who-sees-what">{t('whoSees')}</Go>
          <HelpLink />
        </>
      }
    >
      <Stack gap="small">
        <Title>{t('title')}</Title>
        <Quiet>{t('signedInAs', { email: state.account.email })}</Quiet>
      </Stack>
      {GROUPS.map((group) => (
        <SettingsGroup key={group} title={t(`groups.${group}`)}>
          {groups[group]}
        </SettingsGroup>
      ))}
    </Shell>
  )
}
