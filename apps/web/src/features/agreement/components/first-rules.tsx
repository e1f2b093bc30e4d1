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
  /** The other has suggested rules meanwhile: these are an answer to them. */
  answers: boolean
  /** From the first choice that was made here. */
  onWriting: () => void
  onPropose: (draft: Draft) => void
  /** To the whole form, with the word as it stands. */
  onMore: (word: string) => void
}

/** The rules of the first day: what always holds, the usual break, and a word. One press of each, and nothing binds later. */
export function FirstRules({ pending, failed, answers, onWriting, onPropose, onMore }: Props) {
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
    <form onSubmit={submit} onInput={onWriting} noValidate>
      <Stack gap="large">
        <Stack gap="small">
          <Title>{t(answers ? 'editing.title' : 'title')}</Title>
          <p>{t(answers ? 'editing.body' : 'first.intro')}</p>
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
            {t(answers ? 'propose.action' : 'first.fine')}
          </Button>
          <Quiet>{t('propose.hint')}</Quiet>
          <Button kind="plain" onClick={() => onMore(chosen.word)}>
            {t('first.more')}
          </Button>
        </Stack>
      </Stack>
    </form>
  )
}
