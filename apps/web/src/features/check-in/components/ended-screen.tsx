'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import type { Recording } from '../view'

/** The same words for however it ended. */
export function EndedScreen({ recording }: { recording: Recording }) {
  const t = useTranslations('check-in.ended')
  return (
    <Shell kind="bare">
      <Stack place="middle" gap="large">
        <Stone place="midway" />
        <Stack>
          <h1>{t('title')}</h1>
          {recording !== 'none' && <p>{t('thanks')}</p>}
          <output>{t(`record.${recording}`)}</output>
        </Stack>
      </Stack>
      <Stack place="bottom">
        <ButtonLink to="/">{t('home')}</ButtonLink>
        {recording !== 'none' && (
          <ButtonLink to="/journal" kind="quiet">
            {t('journal')}
          </ButtonLink>
        )}
      </Stack>
    </Shell>
  )
}
