'use client'

import { findsOurWord, type PhraseMatcher } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { TextArea } from '@/components/field'
import { useWordWatch } from '../../use-word-watch'
import type { LiveView } from '../../view'
import styles from './live-screen.module.css'

/** UTF-8 bytes of one piece that still fit a sealed utterance on the wire. */
export const PIECE_MAX_BYTES = 4_000

/** Whether what is in the field could go as one piece now. */
const canSend = (draft: string, live: LiveView) => draft.trim() !== '' && !isTooLong(draft) && live.held === 'no'

const isTooLong = (draft: string) => new TextEncoder().encode(draft).length > PIECE_MAX_BYTES

interface Turn {
  /** Ties the field to its *Send*, which stands apart from it. */
  formId: string
  live: LiveView
  draft: string
}

interface Props extends Turn {
  onDraft: (draft: string) => void
  ourWord: PhraseMatcher
  onOurWord: () => void
  onSend: (text: string) => void
}

/** My turn: a field for my words. */
export function Speaking({ formId, live, draft, onDraft, ourWord, onOurWord, onSend }: Props) {
  const t = useTranslations('check-in')
  const watch = useWordWatch(ourWord, onOurWord, draft)
  const hasOurWord = findsOurWord(ourWord, draft, { complete: true })
  const send = () => {
    if (!canSend(draft, live) || watch.sends(draft)) return
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
            error={isTooLong(draft) ? t('words.tooLong') : undefined}
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
            readOnly={live.held !== 'no'}
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
    </div>
  )
}

/** What one does in a turn, right above the pause: send a piece, and the one verb that passes the stone. */
export function TurnActions({ formId, live, draft, onPass }: Turn & { onPass: () => void }) {
  const t = useTranslations('check-in')
  const waits = live.held !== 'no'
  return (
    <div className={styles.actions}>
      {live.vault === 'open' && (
        <Button
          kind="quiet"
          size="large"
          type="submit"
          form={formId}
          aria-disabled={!canSend(draft, live) || undefined}
        >
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
  )
}

export function LockedLine() {
  const t = useTranslations('check-in.words')
  return <p className={styles.locked}>{t('locked')}</p>
}
