'use client'

import { DEFAULT_RULES } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Stack } from '@/components/stack'
import { BREAK_STEPS_MS, TURN_STEPS_MS } from '../durations'
import type { Draft, Readable } from '../store'
import { PauseRule } from './rules-list'
import { Stepper } from './stepper'
import { useChosenWord, WordChoice } from './word-choice'

interface Props {
  /** What the form begins with; null for the defaults. */
  from: Readable | null
  pending: boolean
  onPropose: (draft: Draft) => void
}

/** The rules, to choose and to sign. Nothing is decided here: the other signs too, or does not. */
export function RulesForm({ from, pending, onPropose }: Props) {
  const t = useTranslations('agreement')
  const rules = from?.agreement.rules ?? DEFAULT_RULES
  const [cooldownMs, setCooldown] = useState(rules.cooldownMs)
  const [turnMs, setTurn] = useState(rules.turnMs)
  const chosen = useChosenWord(from?.word ?? null)
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!chosen.problem) onPropose({ cooldownMs, turnMs, word: chosen.word })
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
          <p>{t('word.sealed')}</p>
        </Stack>
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
