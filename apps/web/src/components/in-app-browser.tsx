'use client'

import { useTranslations } from 'next-intl'
import { Button } from './button'
import { CopyButton } from './copy-button'
import { Title } from './title'

/** Inside another app's window storage comes and goes, and the keys with it. */
export function InAppBrowser({ link, anyway }: { link: string; anyway: () => void }) {
  const t = useTranslations('common.inApp')
  return (
    <>
      <Title focus>{t('title')}</Title>
      <p>{t('text')}</p>
      <CopyButton text={link}>{t('copy')}</CopyButton>
      <Button kind="plain" onClick={anyway}>
        {t('anyway')}
      </Button>
    </>
  )
}
