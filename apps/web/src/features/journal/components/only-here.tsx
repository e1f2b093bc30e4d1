'use client'

import { useTranslations } from 'next-intl'
import { Go } from '@/components/go'
import { Notice } from '@/components/notice'
import { useAccount } from '@/features/account/client'

/** Said in the drawer until the recovery sheet is on paper: nothing else opens these pages anywhere else. */
export function OnlyHere() {
  const state = useAccount()
  const t = useTranslations('journal.onlyHere')
  if (state.kind !== 'signed-in' || state.vault.kind !== 'open' || state.vault.sheet === 'saved') return null
  return (
    <Notice>
      <p>{t('text')}</p>
      <Go to="/recovery-sheet">{t('sheet')}</Go>
    </Notice>
  )
}
