'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { Go } from '@/components/go'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { asDraft, dayThatIsOver } from '../first-day'
import type { Readable } from '../store'
import { ChangeAlone } from './change-alone'
import type { Inner } from './part'
import { RulesList } from './rules-list'

interface InForceProps extends Inner {
  current: Readable
  onChange: () => void
}

/** The rules as they hold, and what either may do about them. */
export function InForce({ state, current, sending, failed, onAlone, onChange, onPropose }: InForceProps) {
  const t = useTranslations('agreement')
  const locale = useLocale()
  const [nowMs] = useState(() => Date.now())
  const dayMs = dayThatIsOver(state, nowMs)
  return (
    <>
      {dayMs === null ? (
        <>
          <Title>{t(current.agreement.kind === 'amendment' ? 'inForce.titleAmended' : 'inForce.title')}</Title>
          <p>{t(state.forTheDayOfMs === null ? 'inForce.body' : 'inForce.bodyToday')}</p>
        </>
      ) : (
        <>
          <Title>{t('firstDay.title', { day: longDay(locale, dayMs) })}</Title>
          <p>{t('firstDay.body')}</p>
        </>
      )}
      <RulesList rules={current} />
      <ChangeAlone
        key={current.agreement.hash}
        current={current}
        pending={sending.kind === 'sending'}
        onAlone={onAlone}
      />
      {failed}
      <Go to="/agreement/topics">{t('topics')}</Go>
      <Go to="/agreement/history">{t('history.link')}</Go>
      <Stack place="bottom">
        {dayMs === null ? (
          <Next first={current.agreement.version === 1} />
        ) : (
          <Keep pending={sending.kind === 'sending'} onKeep={() => onPropose(asDraft(current))} />
        )}
        <Button kind="plain" onClick={onChange}>
          {t('inForce.change')}
        </Button>
      </Stack>
    </>
  )
}

const longDay = (locale: string, atMs: number) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(atMs)

/** The day these rules were for is over: to keep them takes both, as it did to make them. */
function Keep({ pending, onKeep }: { pending: boolean; onKeep: () => void }) {
  const t = useTranslations('agreement')
  return (
    <>
      <Button size="large" pending={pending} onClick={onKeep}>
        {t('keep.action')}
      </Button>
      <ButtonLink to="/check-in" kind="quiet">
        {t('inForce.next')}
      </ButtonLink>
    </>
  )
}

/** After their first rules the two try the pause, before they need it. */
function Next({ first }: { first: boolean }) {
  const t = useTranslations('agreement')
  if (!first) {
    return (
      <ButtonLink to="/check-in" size="large">
        {t('inForce.next')}
      </ButtonLink>
    )
  }
  return (
    <>
      <p>{t('first.tryWhy')}</p>
      <ButtonLink to="/check-in?try" size="large">
        {t('first.try')}
      </ButtonLink>
      <ButtonLink to="/check-in" kind="quiet">
        {t('inForce.next')}
      </ButtonLink>
    </>
  )
}
