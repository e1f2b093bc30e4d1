'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import { Title } from '@/components/title'

/** Both see this, and what comes next. */
export function Linked({ name }: { name: string }) {
  const t = useTranslations('partnership.linked')
  return (
    <>
      <Stone place="midway" />
      <Title focus>{t('title', { name })}</Title>
      <Quiet>{t('text')}</Quiet>
      <p>{t('nextWhy')}</p>
      <Stack gap="small" place="bottom">
        <ButtonLink to="/agreement">{t('next')}</ButtonLink>
        <ButtonLink to="/" kind="quiet">
          {t('later')}
        </ButtonLink>
      </Stack>
    </>
  )
}
