'use client'

import { DEFAULT_RULES } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { type Draft, NO_WORDS } from '../store'
import { BreakRule, PauseRule } from './rules-list'
import { useChosenWord, WordChoice } from './word-choice'

interface Props {
  pending: boolean
  failed: React.ReactNode
  onPropose: (draft: Draft) => void
  /** To the whole form. */
  onMore: () => void
}

/** The rules of the first day: what always holds, the usual break, and a word. One press of each, and nothing binds later. */
export function FirstRules({ pending, failed, onPropose, onMore }: Props) {
  const t = useTranslations('agreement')
  const chosen = useChosenWord(null, 'first')
  const [tried, setTried] = useState(false)
  const { cooldownMs, turnMs } = DEFAULT_RULES
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!chosen.problem) onPropose({ cooldownMs, turnMs, words: { ...NO_WORDS, phrases: [chosen.word.trim()] } })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="large">
        <Stack gap="small">
          <Title>{t('title')}</Title>
          <p>{t('first.intro')}</p>
        </Stack>
        <PauseRule />
        <BreakRule ms={cooldownMs} />
        <Stack>
          <WordChoice chosen={chosen} tried={tried} />
          <Quiet>{t('first.wordHint')}</Quiet>
        </Stack>
        {failed}
        <Stack gap="small" place="bottom">
          <Button type="submit" size="large" pending={pending}>
            {t('first.fine')}
          </Button>
          <Quiet>{t('propose.hint')}</Quiet>
          <Button kind="plain" onClick={onMore}>
            {t('first.more')}
          </Button>
        </Stack>
      </Stack>
    </form>
  )
}
