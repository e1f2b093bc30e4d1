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

interface StillWritingProps {
  /** Mine would be the answer to the first rules that were suggested, or goes on top of what has changed. */
  as: 'answer' | 'change'
  other: { readonly known: string; readonly name: string }
  onGoOn: () => void
  onLetGo: () => void
}

/** The rules have changed under what I was writing: they are read first, then I go on. */
export function StillWriting({ as, other, onGoOn, onLetGo }: StillWritingProps) {
  const t = useTranslations('agreement.stillWriting')
  return (
    <Notice>
      <p>{t(as === 'answer' ? 'answerBody' : 'body', other)}</p>
      <Button kind="quiet" onClick={onGoOn}>
        {t(as === 'answer' ? 'answer' : 'goOn')}
      </Button>
      <Button kind="plain" onClick={onLetGo}>
        {t('letGo')}
      </Button>
    </Notice>
  )
}
