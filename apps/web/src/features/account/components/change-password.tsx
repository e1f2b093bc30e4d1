'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ButtonLink } from '@/components/button'
import { PasswordField } from '@/components/field'
import { Go } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'
import { useTask } from '@/lib/use-task'
import { changePassword, useAccount } from '../client'
import { NewPasswordForm } from './new-password-form'

/** The old password and a new one. Every other session ends; whatever goes wrong, the old one still works. */
export function ChangePassword() {
  const state = useAccount()
  const t = useTranslations('account.password')
  const [done, setDone] = useState(false)
  const { task, run } = useTask()
  if (state.kind !== 'signed-in') return null
  const unsaved = state.vault.kind === 'open' && state.vault.sheet === 'unsaved'
  const change = (password: string, newPassword: string) =>
    run(async () => {
      await changePassword({ password, newPassword })
      setDone(true)
    })
  if (done) {
    return (
      <Shell>
        <Title focus>{t('done')}</Title>
        <p>{t('doneText')}</p>
        <ButtonLink to={unsaved ? '/recovery-sheet' : '/settings'}>{t(unsaved ? 'toSheet' : 'toSettings')}</ButtonLink>
      </Shell>
    )
  }
  return (
    <Shell foot={<Go to="/settings">{t('toSettings')}</Go>}>
      <Title>{t('title')}</Title>
      <p>{t('lead')}</p>
      <NewPasswordForm
        busy={task.kind === 'busy'}
        submit={t('submit')}
        next={(newPassword, fields) => change(fields('password'), newPassword)}
      >
        <PasswordField name="password" label={t('present')} autoComplete="current-password" />
      </NewPasswordForm>
      {task.kind === 'busy' && <Notice>{t('working')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      <Quiet>{t('forgot')}</Quiet>
      <Go to="/recover">{t('toRecover')}</Go>
    </Shell>
  )
}
