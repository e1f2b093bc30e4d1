'use client'

import { useTranslations } from 'next-intl'
import { PauseBar as Bar } from '@/components/pause-bar'

/** Stops everything for both. */
export function PauseBar({ onPause }: { onPause: () => void }) {
  const t = useTranslations('check-in.pause')
  return (
    <Bar
      onPause={onPause}
      words={{ action: t('action'), description: t('description'), keys: (keys) => t('keys', keys) }}
    />
  )
}
