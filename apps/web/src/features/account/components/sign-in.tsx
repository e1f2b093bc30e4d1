'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { PasswordField, TextField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { Go, useGo } from '@/components/go'
import { HelpLink } from '@/components/help-link'
import { Notice } from '@/components/notice'
import { OtherLanguage } from '@/components/other-language'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'
import { invitationWaits } from '@/lib/invitation-in-hand'
import { useTask } from '@/lib/use-task'
import { wayBack } from '@/lib/way-back'
import { type AccountState, signIn } from '../client'
import { PasskeySignIn } from './passkey-sign-in'

export function SignIn() {
  const t = useTranslations('account.signIn')
  const { replace } = useGo()
  const { task, run } = useTask()
  const enter = (state: AccountState) => {
    const next = wayBack(location.search) ?? (invitationWaits() ? '/invite' : '/')
    const closed = state.kind === 'signed-in' && state.vault.kind === 'locked'
    replace(closed ? `/unlock${location.search}` : next)
  }
  const submit = (fields: Fields) =>
    run(async () => enter(await signIn({ email: fields('email'), password: fields('password') })))
  return (
    <Shell
      foot={
        <>
          <Go to="/sign-up">{t('noAccount')}</Go>
          <Go to="/recover">{t('forgot')}</Go>
          <HelpLink />
          <OtherLanguage />
        </>
      }
    >
      <Title>{t('title')}</Title>
      <PasskeySignIn onEnter={enter} />
      <Form onSubmit={submit}>
        <TextField name="email" type="email" label={t('email')} autoComplete="username" />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
        <Button type="submit" pending={task.kind === 'busy'}>
          {t('submit')}
        </Button>
      </Form>
      {task.kind === 'busy' && <Notice>{t('working')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Shell>
  )
}
