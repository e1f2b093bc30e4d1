'use client'

import { DEFAULT_RULES } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { BREAK_STEPS_MS, TURN_STEPS_MS } from '../durations'
import { type Draft, NO_WORDS, type Readable } from '../store'
import { MorePhrases, OtherWords, useMoreWords } from './more-words'
import { PauseRule } from './rules-list'
import { Stepper } from './stepper'
import { useChosenWord, WordChoice } from './word-choice'

interface Props {
  /** What the form begins with; null for the defaults. */
  from: Readable | null
  /** A word that was chosen before this form was opened. */
  word?: string
  pending: boolean
  onPropose: (draft: Draft) => void
}

/** The rules, to choose and to sign. Nothing is decided here: the other signs too, or does not. */
export function RulesForm({ from, word, pending, onPropose }: Props) {
  const t = useTranslations('agreement')
  const rules = from?.agreement.rules ?? DEFAULT_RULES
  const [cooldownMs, setCooldown] = useState(rules.cooldownMs)
  const [turnMs, setTurn] = useState(rules.turnMs)
  const chosen = useChosenWord(from?.words.phrases[0] ?? word ?? null)
  const more = useMoreWords(from?.words ?? NO_WORDS)
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!chosen.problem && more.isComplete) onPropose({ cooldownMs, turnMs, words: more.with(chosen.word) })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="large">
        <PauseRule />
        <Stepper
          name={t('break.name')}
          hint={t('break.hint')}
          steps={BREAK_STEPS_MS}
          ms={cooldownMs}
          onChange={setCooldown}
          less={t('break.shorter')}
          more={t('break.longer')}
        />
        <Stepper
          name={t('turn.name')}
          hint={t('turn.hint')}
          steps={TURN_STEPS_MS}
          ms={turnMs}
          onChange={setTurn}
          less={t('turn.shorter')}
          more={t('turn.longer')}
        />
        <Stack>
          <WordChoice chosen={chosen} tried={tried} />
          <p>{t('word.hint')}</p>
          <MorePhrases more={more} tried={tried} />
        </Stack>
        <OtherWords more={more} />
        <Quiet>{t('word.sealed')}</Quiet>
        <Stack gap="small">
          <Button type="submit" size="large" pending={pending}>
            {t('propose.action')}
          </Button>
          <p>{t('propose.hint')}</p>
        </Stack>
      </Stack>
    </form>
  )
}
