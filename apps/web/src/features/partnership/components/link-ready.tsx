'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { CopyButton } from '@/components/copy-button'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { useBrowserFact } from '@/lib/store'
import { timeWords } from '@/lib/time-words'
import styles from './link-ready.module.css'
import { QrCode } from './qr-code'

interface Props {
  link: string
  expiresAtMs: number
  withdraw: () => void
}

export function LinkReady({ link, expiresAtMs, withdraw }: Props) {
  const t = useTranslations('partnership.link')
  const locale = useLocale()
  return (
    <>
      <Title focus>{t('readyTitle')}</Title>
      <p>{t('readyText')}</p>
      <p className={styles.link} translate="no">
        {link}
      </p>
      <Stack gap="small">
        <ShareButton link={link} />
        <CopyButton text={link} kind="quiet">
          {t('copy')}
        </CopyButton>
      </Stack>
      <details className={styles.code}>
        <summary>{t('showQr')}</summary>
        <QrCode text={link} label={t('qr')} />
      </details>
      <Stack gap="small">
        <p>{t('until', timeWords(locale, expiresAtMs))}</p>
        <Quiet>{t('waiting')}</Quiet>
        <Button kind="plain" onClick={withdraw}>
          {t('withdraw')}
        </Button>
      </Stack>
    </>
  )
}

/** Only where the device has a way to share. */
function ShareButton({ link }: { link: string }) {
  const t = useTranslations('partnership.link')
  const able = useBrowserFact(() => 'share' in navigator, false)
  const share = async () => {
    try {
      await navigator.share({ text: t('shareWords'), url: link })
    } catch (thrown) {
      // Closing the sheet without a choice is a choice.
      if (!(thrown instanceof DOMException)) throw thrown
    }
  }
  return able && <Button onClick={share}>{t('share')}</Button>
}
