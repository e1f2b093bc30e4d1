'use client'

import { TOPICS } from '@turnstone/content'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/field'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { LINE_CHARS } from '@/vault/agreement-limits'
import { type Answer, type Answered, MOST_ANSWERS } from '@/vault/register-content'
import { keyOf } from '../store'
import { useTopicName } from '../use-topic-name'
import { TopicAnswers } from './topic-answers'

type Topic = Pick<Answered, 'topic' | 'own'>

interface Props {
  /** What I handed in before, if anything. */
  from: readonly Answered[]
  pending: boolean
  onHandIn: (answers: readonly Answered[]) => void
}

/** My sheet. What has no answer is not handed in. */
export function SheetForm({ from, pending, onHandIn }: Props) {
  const t = useTranslations('register')
  const nameOf = useTopicName()
  const [topics, setTopics] = useState<readonly Topic[]>(() => [
    ...TOPICS.map(({ id }) => ({ topic: id, own: false })),
    ...from.filter(({ own }) => own),
  ])
  const [chosen, setChosen] = useState(() => new Map(from.map((one) => [keyOf(one), one.answer])))
  const [tried, setTried] = useState(false)
  const choose = (topic: Topic, answer: Answer) => setChosen(new Map(chosen).set(keyOf(topic), answer))
  const answers = topics.flatMap(({ topic, own }) => {
    const answer = chosen.get(keyOf({ topic, own }))
    return answer ? [{ topic, own, answer }] : []
  })
  const submit = () => {
    setTried(true)
    if (answers.length > 0) onHandIn(answers)
  }
  return (
    <Stack>
      <div>
        {topics.map((topic) => (
          <TopicAnswers
            key={keyOf(topic)}
            topic={nameOf(topic)}
            value={chosen.get(keyOf(topic)) ?? null}
            onChange={(answer) => choose(topic, answer)}
          />
        ))}
      </div>
      {topics.length < MOST_ANSWERS && <OwnTopic topics={topics} onAdd={(topic) => setTopics([...topics, topic])} />}
      <Quiet>{t('form.after')}</Quiet>
      <p role="alert">{tried && answers.length === 0 && t('form.nothing')}</p>
      <Button size="large" pending={pending} onClick={submit}>
        {t('form.handIn')}
      </Button>
    </Stack>
  )
}

function OwnTopic({ topics, onAdd }: { topics: readonly Topic[]; onAdd: (topic: Topic) => void }) {
  const t = useTranslations('register.own')
  const nameOf = useTopicName()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const written = text.trim().toLocaleLowerCase()
  const isNew = written !== '' && !topics.some((one) => nameOf(one).toLocaleLowerCase() === written)
  const add = () => {
    setTried(!isNew)
    if (!isNew) return
    onAdd({ topic: text.trim(), own: true })
    setText('')
  }
  return (
    <Stack gap="small">
      <TextField
        label={t('label')}
        hint={t('hint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={tried && !isNew && t('missing')}
        autoComplete="off"
        maxLength={LINE_CHARS}
      />
      <Button kind="quiet" onClick={add}>
        {t('add')}
      </Button>
    </Stack>
  )
}
