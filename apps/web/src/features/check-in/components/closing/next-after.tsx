'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/button'
import { useAccount } from '@/features/account/client'

interface Props {
  format: string | null
  onAnother: () => void
}

/** On the first evening one thing leads to the next: the pause, the first ten minutes, the sheet. Later there is home. */
export function NextAfter({ format, onAnother }: Props) {
  const t = useTranslations('check-in.ended')
  const account = useAccount()
  const isUnsaved = account.kind === 'signed-in' && account.vault.kind === 'open' && account.vault.sheet === 'unsaved'
  if (format === 'practice') {
    return (
      <>
        <Button size="large" onClick={onAnother}>
          {t('next.firstTen')}
        </Button>
        <ButtonLink to="/" kind="quiet">
          {t('home')}
        </ButtonLink>
      </>
    )
  }
  if (isUnsaved) {
    return (
      <>
        <p>{t('next.sheetWhy')}</p>
        <ButtonLink to="/recovery-sheet" size="large">
          {t('next.sheet')}
        </ButtonLink>
        <ButtonLink to="/" kind="quiet">
          {t('home')}
        </ButtonLink>
      </>
    )
  }
  return <ButtonLink to="/">{t('home')}</ButtonLink>
}
