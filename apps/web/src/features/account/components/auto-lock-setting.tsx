'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { Setting } from '@/components/setting'
import { chooseLock, LOCK_CHOICES, lockChoice } from '@/lib/auto-lock'
import { useBrowserFact } from '@/lib/store'

/** How long the pages stay open when nobody is here. Each browser has its own. */
export function AutoLockSetting() {
  const t = useTranslations('account.settings')
  const kept = useBrowserFact(lockChoice, '5')
  const [chosen, setChosen] = useState<typeof kept | null>(null)
  return (
    <Setting title={t('autoLock')} about={t('autoLockWhy')}>
      <Choice
        legend={<span className="for-readers-only">{t('autoLock')}</span>}
        options={LOCK_CHOICES.map((value) => ({
          value,
          label: value === 'never' ? t('autoLockNever') : t('autoLockMinutes', { minutes: Number(value) }),
        }))}
        value={chosen ?? kept}
        onChange={(choice) => {
          chooseLock(choice)
          setChosen(choice)
        }}
      />
    </Setting>
  )
}
