'use client'

import type { PhraseMatcher } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Section } from '@/components/section'
import { sendThanks } from '@/features/journal/client'
import { useTask } from '@/lib/use-task'
import { known, type OtherName } from '../../names'
import { PieceField } from '../live/piece-field'
import styles from './closing.module.css'
import { useShared } from './use-shared'

interface Props {
  openedAtMs: number
  other: OtherName
  /** My own words, while they are being written. */
  text: string
  onText: (text: string) => void
  ourWord: PhraseMatcher
  onOurWord: () => void
}

const READY = ['listening', 'saying', 'here', 'patience'] as const

/** One tap with words that are ready, or own ones. It goes to the partner, into the living room. */
export function ThankYou({ openedAtMs, other, text, onText, ourWord, onOurWord }: Props) {
  const t = useTranslations('closing.thanks')
  const { thanks } = useShared(openedAtMs)
  const [sent, setSent] = useState<readonly string[]>([])
  const [asksForMore, setAsksForMore] = useState(false)
  const { task, run } = useTask()
  const send = (words: string, fromField: boolean) =>
    run(async () => {
      try {
        await sendThanks({ entryId: crypto.randomUUID(), text: words })
      } catch (thrown) {
        // The field was emptied as they left it.
        if (fromField) onText(words)
        throw thrown
      }
      setSent((before) => [...before, words])
      setAsksForMore(false)
    })
  const asks = sent.length === 0 || asksForMore
  return (
    <Section title={t('title', known(other))}>
      {thanks.map(({ entryId, text: words }) => (
        <figure key={entryId} className={styles.received}>
          <figcaption className={styles.small}>{t('fromThem', known(other))}</figcaption>
          <p className="own-words">{words}</p>
        </figure>
      ))}
      {sent.map((words) => (
        <p key={words} className={styles.sent}>
          <span className="own-words">{words}</span> <span className={styles.small}>{t('sent')}</span>
        </p>
      ))}
      {asks ? (
        <>
          <div className={styles.phrases}>
            {READY.map((phrase) => (
              <Button
                key={phrase}
                kind="quiet"
                pending={task.kind === 'busy'}
                onClick={() => void send(t(`ready.${phrase}`), false)}
              >
                {t(`ready.${phrase}`)}
              </Button>
            ))}
          </div>
          <OwnWords
            {...{ text, onText, ourWord, onOurWord }}
            busy={task.kind === 'busy'}
            onSend={(words) => void send(words, true)}
          />
        </>
      ) : (
        <Button kind="plain" onClick={() => setAsksForMore(true)}>
          {t('another')}
        </Button>
      )}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Section>
  )
}

interface OwnWordsProps extends Omit<Props, 'openedAtMs' | 'other'> {
  busy: boolean
  onSend: (text: string) => void
}

function OwnWords({ text, onText, ourWord, onOurWord, busy, onSend }: OwnWordsProps) {
  const t = useTranslations('closing.thanks')
  const formId = useId()
  const [writing, setWriting] = useState(text !== '')
  if (!writing && text === '') {
    return (
      <Button kind="plain" onClick={() => setWriting(true)}>
        {t('own')}
      </Button>
    )
  }
  return (
    <div className={styles.own}>
      <PieceField
        formId={formId}
        label={t('ownLabel')}
        hint={t('ownHint')}
        text={text}
        onText={onText}
        readOnly={busy}
        ourWord={ourWord}
        onOurWord={onOurWord}
        onSend={(words) => words !== '' && onSend(words)}
      />
      <Button kind="quiet" type="submit" form={formId} pending={busy} aria-disabled={text.trim() === '' || undefined}>
        {t('send')}
      </Button>
    </div>
  )
}
