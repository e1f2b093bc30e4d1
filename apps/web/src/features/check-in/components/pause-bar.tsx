'use client'

import { useTranslations } from 'next-intl'
import { PauseBar as Bar } from '@/components/pause-bar'

interface Props {
  onPause: () => void
  onKey?: () => void
}

/** Stops everything for both. */
export function PauseBar(on: Props) {
  const t = useTranslations('check-in.pause')
  return <Bar {...on} words={{ action: t('action'), description: t('description'), keys: (keys) => t('keys', keys) }} />
}
