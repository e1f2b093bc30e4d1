'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { TextArea } from '@/components/field'
import { ProblemNotice } from '@/components/problem-notice'
import { Section } from '@/components/section'
import { Answers } from '@/components/stack'
import { useBrowserFact } from '@/lib/store'
import { timeWords } from '@/lib/time-words'
import { useTask } from '@/lib/use-task'
import { shelfIsFor } from '../address'
import { letGo, type Resting, takeUp, useShelf } from '../client'
import styles from './jottings.module.css'

/** What came to rest, for me alone. Nothing here asks for anything: a topic is taken up, stays, or is let go. */
export function Shelf() {
  const t = useTranslations('jottings.shelf')
  const topics = useShelf()
  const checkInId = useBrowserFact(cameFrom, null)
  const [became, setBecame] = useState<'taken' | 'gone' | null>(null)
  return (
    <div id="rests">
      <Section title={t('title')}>
        <p>{t(topics.length === 0 ? 'empty' : 'lead')}</p>
        <ul className={styles.list}>
          {topics.toReversed().map((topic) => (
            <li key={topic.restingId} className={styles.jotting}>
              <Topic topic={topic} checkInId={checkInId} onDone={setBecame} />
            </li>
          ))}
        </ul>
        <output className={styles.said}>{became && t(became)}</output>
        {checkInId !== null && (
          <ButtonLink to="/check-in" kind="quiet">
            {t('back')}
          </ButtonLink>
        )}
      </Section>
    </div>
  )
}

const cameFrom = () => shelfIsFor(location.search)

interface Props {
  topic: Resting
  checkInId: string | null
  onDone: (became: 'taken' | 'gone') => void
}

function Topic({ topic, checkInId, onDone }: Props) {
  const t = useTranslations('jottings.shelf')
  const nameOf = useStepName()
  const locale = useLocale()
  const [choice, setChoice] = useState<'none' | 'take' | 'letGo'>('none')
  const { date } = timeWords(locale, topic.sinceMs)
  return (
    <>
      {topic.text === null ? (
        <p className={styles.text}>{nameOf(topic.step)}</p>
      ) : (
        <p className={`${styles.text} own-words`}>{topic.text}</p>
      )}
      <p className={styles.said}>{t('since', { date })}</p>
      {choice === 'none' && (
        <div className={styles.actions}>
          <Button kind="plain" onClick={() => setChoice('take')}>
            {t('take')}
          </Button>
          <Button kind="plain" onClick={() => setChoice('letGo')}>
            {t('letGo')}
          </Button>
        </div>
      )}
      {choice === 'take' && <TakeUp {...{ topic, checkInId, onDone }} onLeave={() => setChoice('none')} />}
      {choice === 'letGo' && <LetGo {...{ topic, onDone }} onLeave={() => setChoice('none')} />}
    </>
  )
}

/** With its words, to be changed first. */
function TakeUp({ topic, checkInId, onDone, onLeave }: Props & { onLeave: () => void }) {
  const t = useTranslations('jottings')
  const nameOf = useStepName()
  const [text, setText] = useState(topic.text ?? nameOf(topic.step))
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const { task, run } = useTask()
  const isFull = task.kind === 'failed' && task.problem.code === 'too_large'
  const words = text.trim()
  const bring = () =>
    run(async () => {
      if (words === '') return
      await takeUp(topic.restingId, words, checkInId)
      onDone('taken')
    })
  return (
    <form
      className={styles.choice}
      onSubmit={(event) => {
        event.preventDefault()
        void bring()
      }}
    >
      <TextArea
        ref={field}
        label={t('shelf.words')}
        error={isFull ? t('full') : undefined}
        rows={2}
        value={text}
        onChange={({ target }) => setText(target.value)}
        autoComplete="off"
      />
      <Answers>
        <Button type="submit" kind="quiet" pending={task.kind === 'busy'} aria-disabled={words === '' || undefined}>
          {t(`shelf.bring.${checkInId === null ? 'later' : 'tonight'}`)}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {t('shelf.leave')}
        </Button>
      </Answers>
      {task.kind === 'failed' && !isFull && <ProblemNotice problem={task.problem} />}
    </form>
  )
}

/** Asked once more: it cannot be undone. */
function LetGo({ topic, onDone, onLeave }: Pick<Props, 'topic' | 'onDone'> & { onLeave: () => void }) {
  const t = useTranslations('jottings.shelf')
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  const { task, run } = useTask()
  const go = () =>
    run(async () => {
      await letGo(topic.restingId)
      onDone('gone')
    })
  return (
    <div className={styles.choice}>
      <p ref={question} tabIndex={-1}>
        {t('sure')}
      </p>
      <Answers>
        <Button kind="quiet" pending={task.kind === 'busy'} onClick={() => void go()}>
          {t('yes')}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {t('leave')}
        </Button>
      </Answers>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </div>
  )
}

const STEPS = ['thanks', 'well', 'topic', 'help', 'good', 'speak'] as const

function useStepName(): (step: string) => string {
  const t = useTranslations('jottings.shelf.step')
  return (step) => t(STEPS.find((known) => known === step) ?? 'other')
}
