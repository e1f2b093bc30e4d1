'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { TextField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { Go, useGo } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { useTask } from '@/lib/use-task'
import { askReset, finishReset, makeReset, openReset, type Reset, type ResetChange, wayOfReset } from '../client'
import { NewPasswordForm } from './new-password-form'

type Way = Awaited<ReturnType<typeof wayOfReset>>

type Stage =
  | { readonly kind: 'reading' }
  | { readonly kind: 'asks'; readonly way: Way }
  | { readonly kind: 'asked'; readonly way: Way }
  | { readonly kind: 'opened'; readonly reset: Reset }

/** With a link's token in the fragment: a new password. Without: asks for such a link. Nothing is used up by looking. */
export function ResetPage() {
  const [stage, setStage] = useState<Stage>({ kind: 'reading' })
  const started = useRef(false)
  const { task, run } = useTask()
  const start = () =>
    run(async () => {
      const token = location.hash.slice(1)
      setStage(token ? { kind: 'opened', reset: await openReset(token) } : { kind: 'asks', way: await wayOfReset() })
      // Out of the address bar and its history, once it is in hand.
      if (token) history.replaceState(null, '', location.pathname)
    })
  useEffect(() => {
    if (started.current) return
    started.current = true
    void start()
  })
  const t = useTranslations('account.reset')
  if (stage.kind === 'opened') return <WithNewPassword reset={stage.reset} />
  return (
    <Shell
      foot={
        <>
          <Go to="/sign-in">{t('signIn')}</Go>
          <Go to="/recover">{t('haveCode')}</Go>
        </>
      }
    >
      {stage.kind === 'reading' && task.kind !== 'failed' && <Waiting />}
      {stage.kind === 'reading' && task.kind === 'failed' && (
        <>
          <Title>{t('title')}</Title>
          <ProblemNotice problem={task.problem} {...(task.problem.code !== 'reset_ended' && { retry: start })} />
          {task.problem.code === 'reset_ended' && <AskAgain />}
        </>
      )}
      {stage.kind === 'asks' && <Ask way={stage.way} asked={() => setStage({ ...stage, kind: 'asked' })} />}
      {stage.kind === 'asked' && (
        <>
          <Title focus>{t('askedTitle')}</Title>
          <p>{t(stage.way === 'folder' ? 'askedFolder' : 'askedText')}</p>
          <Quiet>{t('askedAgain')}</Quiet>
        </>
      )}
    </Shell>
  )
}

/** A whole new look at the page: the address still carries the old link. */
function AskAgain() {
  const t = useTranslations('account.reset')
  const again = () => {
    history.replaceState(null, '', location.pathname)
    location.reload()
  }
  return (
    <Button kind="quiet" onClick={again}>
      {t('again')}
    </Button>
  )
}

function Ask({ way, asked }: { way: Way; asked: () => void }) {
  const t = useTranslations('account.reset')
  const locale = useLocale()
  const { task, run } = useTask()
  const ask = (fields: Fields) =>
    run(async () => {
      await askReset(fields('email'), locale)
      asked()
    })
  return (
    <>
      <Title>{t('title')}</Title>
      <p>{t('lead')}</p>
      {way === 'none' ? (
        <Notice>{t('noMail')}</Notice>
      ) : (
        <>
          <p>{t('closed')}</p>
          <Form onSubmit={ask}>
            <TextField name="email" type="email" label={t('email')} autoComplete="username" />
            <Button type="submit" pending={task.kind === 'busy'}>
              {t('ask')}
            </Button>
          </Form>
        </>
      )}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </>
  )
}

function WithNewPassword({ reset }: { reset: Reset }) {
  const t = useTranslations('account.reset')
  const { replace } = useGo()
  const [made, setMade] = useState<{ password: string; change: ResetChange } | null>(null)
  const { task, run } = useTask()
  const ended = task.kind === 'failed' && task.problem.code === 'reset_ended'
  const finish = (password: string) =>
    run(async () => {
      const change = made?.password === password ? made.change : await makeReset(reset, password)
      setMade({ password, change })
      await finishReset(reset, change)
      replace('/unlock')
    })
  return (
    <Shell>
      <Title focus>{t('passwordTitle')}</Title>
      <p>{t('closed')}</p>
      <NewPasswordForm busy={task.kind === 'busy'} submit={t('finish')} next={finish}>
        <TextField name="email" type="email" label={t('email')} value={reset.email} readOnly autoComplete="username" />
      </NewPasswordForm>
      {task.kind === 'busy' && <Notice>{t('working')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      {ended && (
        <ButtonLink to="/sign-in" kind="quiet">
          {t('signIn')}
        </ButtonLink>
      )}
    </Shell>
  )
}
