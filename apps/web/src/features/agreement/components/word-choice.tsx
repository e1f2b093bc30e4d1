'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { TextField } from '@/components/field'
import { type WordProblem, wordProblem } from '../word'

const SUGGESTIONS = ['first', 'second', 'third'] as const
type Suggestion = (typeof SUGGESTIONS)[number]
type Choosing = Suggestion | 'own'

export interface ChosenWord {
  readonly word: string
  readonly problem: WordProblem | null
  readonly choice: Choosing | null
  readonly own: string
  readonly choose: (choice: Choosing) => void
  readonly write: (own: string) => void
}

/** Our word as somebody is choosing it, beginning with `from`, or with `suggested` when there is none yet. */
export function useChosenWord(from: string | null, suggested: Suggestion | null = null): ChosenWord {
  const t = useTranslations('agreement.word.suggestions')
  const before = SUGGESTIONS.find((name) => t(name) === from) ?? null
  const [choice, choose] = useState<Choosing | null>(from === null ? suggested : (before ?? 'own'))
  const [own, write] = useState(before ? '' : (from ?? ''))
  const word = choice === null ? '' : choice === 'own' ? own : t(choice)
  return { word, problem: wordProblem(word), choice, own, choose, write }
}

/** Three words to take, or one of their own. `tried`: somebody wanted to go on with it. */
export function WordChoice({ chosen, tried }: { chosen: ChosenWord; tried: boolean }) {
  const t = useTranslations('agreement.word')
  const { choice, own, problem, choose, write } = chosen
  return (
    <>
      <Choice<Choosing>
        legend={t('name')}
        value={choice}
        onChange={choose}
        options={[
          ...SUGGESTIONS.map((name) => ({ value: name, label: t(`suggestions.${name}`) })),
          { value: 'own', label: t('own') },
        ]}
      />
      {choice === 'own' && (
        <TextField
          label={t('ownLabel')}
          value={own}
          onChange={(event) => write(event.target.value)}
          error={tried && problem ? t(`errors.${problem}`) : undefined}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={60}
        />
      )}
      {tried && problem && choice !== 'own' && <p role="alert">{t(`errors.${problem}`)}</p>}
    </>
  )
}
