'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { Go, useGo } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'
import { useTask } from '@/lib/use-task'
import { makeRecovery, openRecovery, type Recovery, type RecoveryChange, recover } from '../client'
import { NewPasswordForm } from './new-password-form'

/** Email and recovery code, a new password, a new sheet. */
export function Recover() {
  const [recovery, setRecovery] = useState<Recovery | null>(null)
  return recovery ? <WithNewPassword recovery={recovery} /> : <WithCode next={setRecovery} />
}

function WithCode({ next }: { next: (recovery: Recovery) => void }) {
  const t = useTranslations('account.recover')
  const { task, run } = useTask()
  const open = (fields: Fields) =>
    run(async () => next(await openRecovery({ email: fields('email'), code: fields('code') })))
  return (
    <Shell
      foot={
        <>
          <Go to="/sign-in">{t('signIn')}</Go>
          <Go to="/reset">{t('noCode')}</Go>
        </>
      }
    >
      <Title>{t('title')}</Title>
      <p>{t('lead')}</p>
      <Form onSubmit={open}>
        <TextField name="email" type="email" label={t('email')} autoComplete="username" />
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button type="submit" pending={task.kind === 'busy'}>
          {t('submit')}
        </Button>
      </Form>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Shell>
  )
}

function WithNewPassword({ recovery }: { recovery: Recovery }) {
  const t = useTranslations('account.recover')
  const { replace } = useGo()
  const [made, setMade] = useState<{ password: string; change: RecoveryChange } | null>(null)
  const { task, run } = useTask()
  const finish = (password: string) =>
    run(async () => {
      // Sent again as it was: an answer that got lost must not leave two sheets.
      const change = made?.password === password ? made.change : await makeRecovery(recovery, password)
      setMade({ password, change })
      await recover(recovery, change)
      replace('/recovery-sheet')
    })
  return (
    <Shell>
      <Title focus>{t('passwordTitle')}</Title>
      <p>{t('passwordLead')}</p>
      <NewPasswordForm busy={task.kind === 'busy'} submit={t('finish')} next={finish} />
      {task.kind === 'busy' && <Notice>{t('working')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Shell>
  )
}
