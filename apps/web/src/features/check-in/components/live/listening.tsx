'use client'

import type { PhraseMatcher } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { TextArea } from '@/components/field'
import { useWordWatch } from '../../use-word-watch'
import styles from './live-screen.module.css'

interface Props {
  notes: string
  onNotes: (notes: string) => void
  /** Something I wrote in my turn and did not send. */
  draftWaits: boolean
  ourWord: PhraseMatcher
  onOurWord: () => void
}

/** Not my turn: nothing to send, and a place to put down what would otherwise interrupt. */
export function Listening({ notes, onNotes, draftWaits, ourWord, onOurWord }: Props) {
  const t = useTranslations('check-in')
  const watch = useWordWatch(ourWord, onOurWord, notes)
  return (
    <div className={styles.speaking}>
      <p className={styles.reason}>
        {t('words.waitForFloor')} {draftWaits && t('words.draftWaits')}
      </p>
      <TextArea
        label={t('notes.label')}
        hint={t('notes.hint')}
        rows={3}
        value={notes}
        onChange={(event) => {
          onNotes(event.target.value)
          watch.typed(event.target.value)
        }}
        autoComplete="off"
      />
    </div>
  )
}
