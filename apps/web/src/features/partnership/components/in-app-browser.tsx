'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { CopyButton } from '@/components/copy-button'
import { Title } from '@/components/title'
import { linkTo } from '../client'

/** Inside another app's window storage comes and goes, and the keys with it. */
export function InAppBrowser({ secret, anyway }: { secret: string; anyway: () => void }) {
  const t = useTranslations('partnership.inApp')
  return (
    <>
      <Title focus>{t('title')}</Title>
      <p>{t('text')}</p>
      <CopyButton text={linkTo(secret)}>{t('copy')}</CopyButton>
      <Button kind="plain" onClick={anyway}>
        {t('anyway')}
      </Button>
    </>
  )
}
