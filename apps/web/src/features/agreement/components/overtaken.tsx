'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'

/** My suggestion gave way to a change that one of us made alone. It is still here. */
export function Overtaken({ onAgain, onLetGo }: { onAgain: () => void; onLetGo: () => void }) {
  const t = useTranslations('agreement.overtaken')
  return (
    <Notice>
      <p>{t('body')}</p>
      <Button kind="quiet" onClick={onAgain}>
        {t('again')}
      </Button>
      <Button kind="plain" onClick={onLetGo}>
        {t('letGo')}
      </Button>
    </Notice>
  )
}

/** The rules have changed under what I was writing: they are read first, then I go on. */
export function StillWriting({ onGoOn, onLetGo }: { onGoOn: () => void; onLetGo: () => void }) {
  const t = useTranslations('agreement.stillWriting')
  return (
    <Notice>
      <p>{t('body')}</p>
      <Button kind="quiet" onClick={onGoOn}>
        {t('goOn')}
      </Button>
      <Button kind="plain" onClick={onLetGo}>
        {t('letGo')}
      </Button>
    </Notice>
  )
}
