'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/button'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { loadPartnership } from '../client'

/** The server's keys are not the pinned ones. Nothing goes on until two people have spoken. */
export function Blocked({ name }: { name: string | null }) {
  const t = useTranslations('partnership.blocked')
  const common = useTranslations('common')
  return (
    <>
      <Title focus>{t('title')}</Title>
      <p>{name ? t('text', { name }) : t('textUnknown')}</p>
      <p>{t('doThis')}</p>
      <Stack gap="small" place="bottom">
        <Button kind="quiet" onClick={() => void loadPartnership()}>
          {t('retry')}
        </Button>
        <ButtonLink to="/" kind="quiet">
          {common('home')}
        </ButtonLink>
      </Stack>
    </>
  )
}
