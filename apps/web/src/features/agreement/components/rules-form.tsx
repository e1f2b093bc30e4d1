'use client'

import { DEFAULT_RULES } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { TextField } from '@/components/field'
import { Stack } from '@/components/stack'
import { BREAK_STEPS_MS, TURN_STEPS_MS } from '../durations'
import type { Draft, Readable } from '../store'
import { wordProblem } from '../word'
import { PauseRule } from './rules-list'
import { Stepper } from './stepper'

const SUGGESTIONS = ['first', 'second', 'third'] as const
type WordChoice = (typeof SUGGESTIONS)[number] | 'own'

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
  const suggested = SUGGESTIONS.find((name) => t(`word.suggestions.${name}`) === from?.word)
  const [cooldownMs, setCooldown] = useState(rules.cooldownMs)
  const [turnMs, setTurn] = useState(rules.turnMs)
  const [choice, setChoice] = useState<WordChoice | null>(suggested ?? (from ? 'own' : null))
  const [own, setOwn] = useState(suggested ? '' : (from?.word ?? ''))
  const [tried, setTried] = useState(false)

  const word = choice === null ? '' : choice === 'own' ? own : t(`word.suggestions.${choice}`)
  const problem = wordProblem(word)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!problem) onPropose({ cooldownMs, turnMs, word })
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
          <Choice<WordChoice>
            legend={t('word.name')}
            value={choice}
            onChange={setChoice}
            options={[
              ...SUGGESTIONS.map((name) => ({ value: name, label: t(`word.suggestions.${name}`) })),
              { value: 'own', label: t('word.own') },
            ]}
          />
          {choice === 'own' && (
            <TextField
              label={t('word.ownLabel')}
              value={own}
              onChange={(event) => setOwn(event.target.value)}
              error={tried && problem ? t(`word.errors.${problem}`) : undefined}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={60}
            />
          )}
          {tried && problem && choice !== 'own' && <p role="alert">{t(`word.errors.${problem}`)}</p>}
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
