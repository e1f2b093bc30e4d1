'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { PasswordField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { Go, useGo } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'
import { useTask } from '@/lib/use-task'
import { makeNewSheet, remembersPassword, useAccount } from '../client'

/** Another account key and recovery code: after a mail has set the password, or because somebody may have seen the old ones. */
export function NewSheet() {
  const state = useAccount()
  const t = useTranslations('account.newSheet')
  const { replace } = useGo()
  const [remembered, setRemembered] = useState(false)
  const { task, run } = useTask()
  useEffect(() => {
    void remembersPassword().then(setRemembered)
  }, [])
  if (state.kind !== 'signed-in') return null
  const behind = state.account.keysBehind !== null
  const make = (fields: Fields) =>
    run(async () => {
      await makeNewSheet(fields('password'))
      replace('/recovery-sheet')
    })
  return (
    <Shell foot={<Go to={behind ? '/' : '/settings'}>{t(behind ? 'later' : 'toSettings')}</Go>}>
      <Title>{t(behind ? 'titleBehind' : 'title')}</Title>
      <p>{t(behind ? 'leadBehind' : 'lead')}</p>
      <Form onSubmit={make}>
        {!remembered && <PasswordField name="password" label={t('password')} autoComplete="current-password" />}
        <Button type="submit" pending={task.kind === 'busy'}>
          {t('submit')}
        </Button>
      </Form>
      {task.kind === 'busy' && <Notice>{t('working')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Shell>
  )
}
