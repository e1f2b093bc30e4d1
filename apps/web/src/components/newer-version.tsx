'use client'

import { useTranslations } from 'next-intl'
import { newerBuild } from '@/lib/service-worker'
import { useStore } from '@/lib/store'
import { Button } from './button'
import { Notice } from './notice'

/** Says that a newer build is here, and waits. A check-in has no such line: nothing is changed under it. */
export function NewerVersion() {
  const t = useTranslations('common.newer')
  const use = useStore(newerBuild, null)
  if (!use) return null
  return (
    <Notice>
      <p>{t('text')}</p>
      <Button kind="plain" onClick={use}>
        {t('use')}
      </Button>
    </Notice>
  )
}
