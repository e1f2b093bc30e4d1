'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { TextArea, TextField } from '@/components/field'
import { Stack } from '@/components/stack'
import { LINE_CHARS, MOST_PHRASES, MOST_TOPICS, TEXT_CHARS } from '@/vault/agreement-limits'
import type { AgreementWords } from '@/vault/agreement-words'
import { wordProblem } from '../word'

interface Written {
  readonly phrases: readonly string[]
  readonly aftercare: string
  readonly signs: string
  readonly leaveAlone: string
}

/** What stands in an agreement beside its numbers and the first of its words, as somebody is writing it. */
export interface MoreWords extends Written {
  readonly isComplete: boolean
  readonly set: (change: Partial<Written>) => void
  /** All the words, with this one first. */
  readonly with: (word: string) => AgreementWords
}

export function useMoreWords({ phrases, aftercare, signs, leaveAlone }: AgreementWords): MoreWords {
  const [state, setState] = useState<Written>({
    phrases: phrases.slice(1),
    aftercare,
    signs,
    leaveAlone: leaveAlone.join('\n'),
  })
  return {
    ...state,
    isComplete: state.phrases.every((phrase) => wordProblem(phrase) === null),
    set: (change) => setState((before) => ({ ...before, ...change })),
    with: (word) => ({
      phrases: unique([word, ...state.phrases]),
      aftercare: state.aftercare.trim(),
      signs: state.signs.trim(),
      leaveAlone: unique(state.leaveAlone.split('\n'))
        .slice(0, MOST_TOPICS)
        .map((topic) => topic.slice(0, LINE_CHARS)),
    }),
  }
}

const unique = (lines: readonly string[]) => [...new Set(lines.map((one) => one.trim()).filter((one) => one !== ''))]

/** More words that stop everything: a second language, a picture, an old nickname. */
export function MorePhrases({ more: { phrases, set }, tried }: { more: MoreWords; tried: boolean }) {
  const t = useTranslations('agreement.word')
  const change = (place: number, text: string) => set({ phrases: phrases.with(place, text) })
  return (
    <Stack gap="small">
      {phrases.map((phrase, place) => {
        const problem = tried ? wordProblem(phrase) : null
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the field is its place
          <div key={place}>
            <TextField
              label={t('another', { place: place + 2 })}
              value={phrase}
              onChange={(event) => change(place, event.target.value)}
              error={problem && t(`errors.${problem}`)}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={60}
            />
            <Button kind="plain" onClick={() => set({ phrases: phrases.toSpliced(place, 1) })}>
              {t('without', { place: place + 2 })}
            </Button>
          </div>
        )
      })}
      {phrases.length + 1 < MOST_PHRASES && (
        <Button kind="plain" onClick={() => set({ phrases: [...phrases, ''] })}>
          {t('add')}
        </Button>
      )}
    </Stack>
  )
}

export function OtherWords({ more }: { more: MoreWords }) {
  const t = useTranslations('agreement')
  return (
    <>
      {(['signs', 'aftercare', 'leaveAlone'] as const).map((name) => (
        <TextArea
          key={name}
          label={t(`${name}.name`)}
          hint={t(`${name}.hint`)}
          value={more[name]}
          onChange={(event) => more.set({ [name]: event.target.value })}
          rows={3}
          maxLength={TEXT_CHARS}
        />
      ))}
    </>
  )
}
