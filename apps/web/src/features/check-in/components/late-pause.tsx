'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import { Title } from '@/components/title'
import type { AskedPause } from '@/lib/asked-pause'
import { timeWords } from '@/lib/time-words'
import { PauseBar } from './pause-bar'

interface Props {
  asked: AskedPause
  onAgain: () => void
  onLeave: () => void
}

/** A pause whose time went by before it could be sent. It stops nobody now; whoever pressed it is told. */
export function LatePause({ asked, onAgain, onLeave }: Props) {
  const t = useTranslations('check-in.late')
  const locale = useLocale()
  return (
    <Shell kind="bare" edge={<PauseBar onPause={onAgain} />}>
      <Stack place="middle" gap="large">
        <Stone place="midway" />
        <Stack>
          <Title focus>{t('title')}</Title>
          <p>{t('text', timeWords(locale, asked.askedAtMs))}</p>
          <p>{t('again')}</p>
        </Stack>
        <Button kind="quiet" size="large" onClick={onLeave}>
          {t('home')}
        </Button>
      </Stack>
    </Shell>
  )
}
