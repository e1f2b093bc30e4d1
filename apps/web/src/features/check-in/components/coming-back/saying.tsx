'use client'

import { findsOurWord, type PhraseMatcher } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { TextArea } from '@/components/field'
import { HOW_I_AM, isEmpty, NO_WORDS, OWN_LINE_CHARS, type ReentryWords, WHAT_I_NEED } from '../../reentry'
import { useWordWatch } from '../../use-word-watch'
import type { CheckInActions, ReturningView } from '../../view'
import { Chips } from './chips'
import styles from './coming-back.module.css'
import { GoOn } from './go-on'

interface Props {
  returning: ReturningView
  words: ReentryWords
  onWords: (words: ReentryWords) => void
  ourWord: PhraseMatcher
  actions: Pick<CheckInActions, 'reenter' | 'goOn' | 'ourWord'>
}

/** Neither sees the other's line before both are through, and whoever says none leaves nothing behind. */
export function Saying({ returning, words, onWords, ourWord, actions }: Props) {
  const t = useTranslations('check-in.comingBack')
  const [another, setAnother] = useState(false)
  const [writing, setWriting] = useState<'no' | 'now' | 'yes'>(words.own === '' ? 'no' : 'yes')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // What was pressed is gone; what it was pressed for is there.
    if (writing === 'now') field.current?.focus()
  }, [writing])
  const watch = useWordWatch(ourWord, actions.ourWord, words.own)
  const { mine, topicRests, held, vault } = returning
  if (mine === 'kept') return <GoOn returning={returning} waits={t('kept')} onGoOn={actions.goOn} />

  const closed = held !== 'no' || mine === 'sending'
  const hasOurWord = findsOurWord(ourWord, words.own, { complete: true })
  const mayNotSay = closed || vault !== 'open' || hasOurWord || isEmpty(words)
  const say = () => {
    if (mayNotSay || watch.sends(words.own)) return
    actions.reenter({ words, another })
  }
  return (
    <>
      <p className={styles.how}>{t('how')}</p>
      {topicRests && <p className={styles.rests}>{t('topicRests')}</p>}
      <Chips
        legend={t('iAm')}
        options={HOW_I_AM}
        labelOf={(how) => t(`am.${how}`)}
        value={words.how}
        disabled={closed}
        onChange={(how) => onWords({ ...words, how })}
      />
      <Chips
        legend={t('iNeed')}
        options={WHAT_I_NEED}
        labelOf={(need) => t(`need.${need}`)}
        value={words.need}
        disabled={closed}
        onChange={(need) => onWords({ ...words, need })}
      />
      {writing !== 'no' ? (
        <TextArea
          ref={field}
          label={t('own')}
          rows={2}
          maxLength={OWN_LINE_CHARS}
          value={words.own}
          onChange={({ target }) => {
            onWords({ ...words, own: target.value })
            watch.typed(target.value)
          }}
          autoComplete="off"
          readOnly={closed}
        />
      ) : (
        <Button kind="plain" onClick={() => setWriting('now')}>
          {t('own')}
        </Button>
      )}
      {!topicRests && (
        <label className={styles.another}>
          <input
            type="checkbox"
            checked={another}
            disabled={closed}
            onChange={({ target }) => setAnother(target.checked)}
          />
          <span>{t('another')}</span>
          <span className={styles.hint}>{t('anotherHint')}</span>
        </label>
      )}
      <div className={styles.answers} data-at-hand>
        <Button kind="quiet" size="large" aria-disabled={mayNotSay || undefined} onClick={say}>
          {t('say')}
        </Button>
        <Button
          kind="quiet"
          size="large"
          aria-disabled={closed || undefined}
          onClick={() => !closed && actions.reenter({ words: NO_WORDS, another })}
        >
          {t('skip')}
        </Button>
      </div>
      <output className={styles.state}>
        {mine === 'sending' && t('sending')}
        {mine === 'failed' && t('failed')}
      </output>
      {vault === 'locked' && <p className={styles.state}>{t('needsKey')}</p>}
      {hasOurWord && <p className={styles.state}>{t('hasOurWord')}</p>}
    </>
  )
}
