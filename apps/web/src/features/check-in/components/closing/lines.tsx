'use client'

import type { PhraseMatcher } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/button'
import { Section } from '@/components/section'
import { known, type OtherName } from '../../names'
import { joined } from '../../unsaid'
import type { CheckInActions, Line, LiveView } from '../../view'
import { PieceField } from '../live/piece-field'
import styles from './closing.module.css'
import { useShared } from './use-shared'

interface Props {
  live: LiveView
  other: OtherName
  /** The line that is being written. */
  text: string
  onText: (text: string) => void
  ourWord: PhraseMatcher
  actions: CheckInActions
}

/** A line one offers is kept when the other keeps it too. Whoever does not is never shown as having said no. */
export function Lines({ live, other, text, onText, ourWord, actions }: Props) {
  const t = useTranslations('closing.lines')
  const formId = useId()
  const [writing, setWriting] = useState(text !== '')
  const shared = useShared(live.openedAtMs)
  const unsent = live.unsent.filter(({ kind }) => kind === 'line')
  const offer = (words: string) => {
    if (words === '') return
    actions.offerLine(words)
    setWriting(false)
  }
  return (
    <Section title={t('title')}>
      <p className={styles.small}>{t('how')}</p>
      {live.lines.map((line) => (
        <Offered
          key={line.key}
          line={line}
          both={shared.lines.has(line.key) || line.saved === 'saved'}
          other={other}
          onSave={actions.saveLine}
        />
      ))}
      {unsent.map(({ key, text: words, state }) => (
        <div key={key} className={styles.line}>
          <p className="own-words">{words}</p>
          <p className={styles.small}>{t(state === 'returned' ? 'notOffered' : 'onItsWay')}</p>
          {state === 'returned' && (
            <Button
              kind="plain"
              onClick={() => {
                onText(joined([words, text]))
                setWriting(true)
                actions.takeBack(key)
              }}
            >
              {t('takeBack')}
            </Button>
          )}
        </div>
      ))}
      {writing ? (
        <div className={styles.own}>
          <PieceField
            formId={formId}
            label={t('label')}
            hint={t('hint', known(other))}
            text={text}
            onText={onText}
            waits={live.held !== 'no'}
            ourWord={ourWord}
            onOurWord={actions.ourWord}
            onSend={offer}
          />
          <Button
            kind="quiet"
            type="submit"
            form={formId}
            aria-disabled={live.held !== 'no' || text.trim() === '' || undefined}
          >
            {t('offer')}
          </Button>
        </div>
      ) : (
        <Button kind="plain" onClick={() => setWriting(true)}>
          {t('write')}
        </Button>
      )}
    </Section>
  )
}

interface OfferedProps {
  line: Line
  /** Both keep it. */
  both: boolean
  other: OtherName
  onSave: (key: string) => void
}

function Offered({ line, both, other, onSave }: OfferedProps) {
  const t = useTranslations('closing.lines')
  const state = both ? 'both' : line.by === 'me' ? 'mine' : 'theirs'
  return (
    <figure className={styles.line} data-both={both || undefined}>
      <p className="own-words">{line.text ?? t('unreadable')}</p>
      <figcaption className={styles.small}>{t(`state.${state}`, known(other))}</figcaption>
      {state === 'theirs' && line.text !== null && (
        <Button kind="quiet" pending={line.saved === 'saving'} onClick={() => onSave(line.key)}>
          {t('saveToo')}
        </Button>
      )}
      {line.saved === 'failed' && <p role="alert">{t('failed')}</p>}
    </figure>
  )
}
