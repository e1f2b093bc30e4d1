'use client'

import { findsOurWord, type PhraseMatcher } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/button'
import { TextArea } from '@/components/field'
import { useKeysHere } from '@/components/use-keys-here'
import { useWordWatch } from '../../use-word-watch'
import styles from './live-screen.module.css'

/** UTF-8 bytes of one piece that still fit a sealed utterance on the wire. */
const PIECE_MAX_BYTES = 4_000

/** Whether this could go as one piece. */
export const fitsOnePiece = (text: string) => new TextEncoder().encode(text).length <= PIECE_MAX_BYTES

interface Props {
  /** Ties the field to its button, which stands apart from it. */
  formId: string
  label: string
  hint: string
  rows?: number
  text: string
  onText: (text: string) => void
  /** While it is being sent. */
  readOnly?: boolean
  /** While held nothing goes out: what stands here stays, and says so. */
  waits?: boolean
  /** Given when somebody has just asked for this field: they go on in it. */
  onOpened?: (() => void) | undefined
  ourWord: PhraseMatcher
  onOurWord: () => void
  /** Called with words that may go: not empty, not too long, and our word is not in them. */
  onSend: (text: string) => void
}

/** A field whose words go to the other person, piece by piece. */
export function PieceField({
  formId,
  label,
  hint,
  rows = 3,
  text,
  onText,
  readOnly = false,
  waits = false,
  onOpened,
  ourWord,
  onOurWord,
  onSend,
}: Props) {
  const t = useTranslations('check-in.words')
  const watch = useWordWatch(ourWord, onOurWord, text)
  const key = useKeysHere()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!onOpened) return
    field.current?.focus()
    onOpened()
  }, [onOpened])
  const hasOurWord = findsOurWord(ourWord, text, { complete: true })
  const send = () => {
    if (readOnly || waits || !fitsOnePiece(text) || watch.sends(text)) return
    onSend(text.trim())
    onText('')
  }
  return (
    <form
      id={formId}
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextArea
        ref={field}
        label={label}
        hint={waits ? t('waits') : key ? `${hint} ${t('keys', { keys: `${key} ${t('enter')}` })}` : hint}
        error={fitsOnePiece(text) ? undefined : t('tooLong')}
        rows={rows}
        value={text}
        onChange={(event) => {
          onText(event.target.value)
          watch.typed(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
        autoComplete="off"
        readOnly={readOnly || waits}
      />
      {hasOurWord && (
        <p className={styles.ourWord}>
          {t('ourWord')}
          <Button kind="plain" onClick={() => onText('')}>
            {t('clear')}
          </Button>
        </p>
      )}
    </form>
  )
}

export function LockedLine() {
  const t = useTranslations('check-in.words')
  return <p className={styles.locked}>{t('locked')}</p>
}
