'use client'

import { findsOurWord, type PhraseMatcher } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/button'
import { TextArea } from '@/components/field'
import { useWordWatch } from '../use-word-watch'
import type { LiveView } from '../view'
import styles from './live-screen.module.css'

/** UTF-8 bytes of one piece that still fit a sealed utterance on the wire. */
export const PIECE_MAX_BYTES = 4_000

interface Props {
  live: LiveView
  draft: string
  onDraft: (draft: string) => void
  ourWord: PhraseMatcher
  onOurWord: () => void
  onSend: (text: string) => void
  onPass: () => void
}

/** My turn: a field for my words, and one verb that passes the stone. */
export function Speaking({ live, draft, onDraft, ourWord, onOurWord, onSend, onPass }: Props) {
  const t = useTranslations('check-in')
  const formId = useId()
  const watch = useWordWatch(ourWord, onOurWord, draft)
  const waits = live.held !== 'no'
  const tooLong = new TextEncoder().encode(draft).length > PIECE_MAX_BYTES
  const hasOurWord = findsOurWord(ourWord, draft, { complete: true })
  const canSend = draft.trim() !== '' && !tooLong && !waits
  const send = () => {
    if (!canSend || watch.sends(draft)) return
    onSend(draft.trim())
    onDraft('')
  }
  return (
    <div className={styles.speaking}>
      {live.vault === 'open' ? (
        <form
          id={formId}
          className={styles.field}
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <TextArea
            label={t('words.label')}
            hint={t('words.hint')}
            error={tooLong ? t('words.tooLong') : undefined}
            rows={3}
            value={draft}
            onChange={(event) => {
              onDraft(event.target.value)
              watch.typed(event.target.value)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
            }}
            autoComplete="off"
            readOnly={waits}
          />
          {hasOurWord && (
            <p className={styles.ourWord}>
              {t('words.ourWord')}
              <Button kind="plain" onClick={() => onDraft('')}>
                {t('words.clear')}
              </Button>
            </p>
          )}
        </form>
      ) : (
        <LockedLine />
      )}
      {live.passing === 'failed' && <p role="alert">{t('pass.failed')}</p>}
      <div className={styles.actions}>
        {live.vault === 'open' && (
          <Button kind="quiet" size="large" type="submit" form={formId} aria-disabled={!canSend || undefined}>
            {t('words.send')}
          </Button>
        )}
        <Button
          size="large"
          pending={live.passing === 'sending'}
          aria-disabled={waits || undefined}
          onClick={waits ? undefined : onPass}
        >
          {t('pass.action')}
        </Button>
      </div>
    </div>
  )
}

export function LockedLine() {
  const t = useTranslations('check-in.words')
  return <p className={styles.locked}>{t('locked')}</p>
}
