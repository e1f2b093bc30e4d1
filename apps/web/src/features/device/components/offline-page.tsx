'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/button'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import { Title } from '@/components/title'

/** Stands in for an address that is not kept on this device while there is no network. */
export function OfflinePage() {
  const t = useTranslations('device.offline')
  const common = useTranslations('common')
  return (
    <Shell>
      <Stone place="midway" />
      <Title>{t('title')}</Title>
      <p>{t('text')}</p>
      <Stack gap="small" place="bottom">
        <Button onClick={() => location.reload()}>{common('tryAgain')}</Button>
        <ButtonLink to="/journal/write" kind="quiet">
          {t('write')}
        </ButtonLink>
        <ButtonLink to="/" kind="quiet">
          {common('home')}
        </ButtonLink>
      </Stack>
    </Shell>
  )
}
