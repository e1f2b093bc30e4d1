'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/field'
import { Quiet } from '@/components/quiet'
import { Setting } from '@/components/setting'
import { Stack } from '@/components/stack'
import { LINE_CHARS, MOST_TOPICS } from '@/vault/agreement-limits'
import type { Alone } from '../client'
import { BREAK_STEPS_MS } from '../durations'
import type { Readable } from '../store'
import { Stepper } from './stepper'

const MOST_ALONE_MS = 3_600_000

interface Props {
  current: Readable
  pending: boolean
  onAlone: (current: Readable, change: Alone) => void
}

/** The closed list of what one person changes with one signature: more rest, and one topic more to leave alone. */
export function ChangeAlone(props: Props) {
  const t = useTranslations('agreement.alone')
  return (
    <div>
      <h2>{t('title')}</h2>
      <Quiet>{t('why')}</Quiet>
      {props.current.agreement.rules.cooldownMs < MOST_ALONE_MS && <LongerBreak {...props} />}
      {props.current.words.leaveAlone.length < MOST_TOPICS && <OneMoreTopic {...props} />}
    </div>
  )
}

function LongerBreak({ current, pending, onAlone }: Props) {
  const t = useTranslations('agreement')
  const nowMs = current.agreement.rules.cooldownMs
  const steps = BREAK_STEPS_MS.filter((ms) => ms > nowMs && ms <= MOST_ALONE_MS)
  const [cooldownMs, setCooldown] = useState(steps[0] ?? MOST_ALONE_MS)
  return (
    <Setting folded title={t('alone.break')} about={t('alone.breakAbout')}>
      <Stepper
        name={t('break.name')}
        hint={t('break.hint')}
        steps={steps}
        ms={cooldownMs}
        onChange={setCooldown}
        less={t('break.shorter')}
        more={t('break.longer')}
      />
      <Button kind="quiet" pending={pending} onClick={() => onAlone(current, { cooldownMs })}>
        {t('alone.sign')}
      </Button>
    </Setting>
  )
}

function OneMoreTopic({ current, pending, onAlone }: Props) {
  const t = useTranslations('agreement.alone')
  const [topic, setTopic] = useState('')
  const [tried, setTried] = useState(false)
  const leaveAlone = topic.trim()
  const isNew = leaveAlone !== '' && !current.words.leaveAlone.includes(leaveAlone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isNew) onAlone(current, { leaveAlone })
  }
  return (
    <Setting folded title={t('topic')} about={t('topicAbout')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="small">
          <TextField
            label={t('topicLabel')}
            value={topic}
            onChange={(event) => setTopic(event.target.value)}
            error={tried && !isNew && t('topicMissing')}
            autoComplete="off"
            maxLength={LINE_CHARS}
          />
          <Button type="submit" kind="quiet" pending={pending}>
            {t('signTopic')}
          </Button>
        </Stack>
      </form>
    </Setting>
  )
}
