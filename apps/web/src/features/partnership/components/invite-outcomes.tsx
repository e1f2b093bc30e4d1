'use client'

import { useTranslations } from 'next-intl'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import { Title } from '@/components/title'

export function InviteDeclined() {
  const t = useTranslations('partnership.declined')
  return (
    <Stack place="middle">
      <Title focus>{t('title')}</Title>
      <p>{t('text')}</p>
      <Quiet>{t('until')}</Quiet>
    </Stack>
  )
}

/** The inviter is asked who accepted. It can take a while, and nothing has to happen. */
export function InviteWaiting({ name }: { name: string }) {
  const t = useTranslations('partnership.waiting')
  return (
    <>
      <Stone place="waiting" />
      <Title focus>{t('title', { name })}</Title>
      <p>{t('text', { name })}</p>
      <Quiet>{t('next')}</Quiet>
    </>
  )
}
