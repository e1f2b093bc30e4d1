'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { PasswordField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { useGo } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Shell } from '@/components/shell'
import { Answers } from '@/components/stack'
import { Title } from '@/components/title'
import { deviceOf } from '@/lib/this-device'
import { useTask } from '@/lib/use-task'
import { type Added, addPasskey, needsNoPassword, rememberOffer } from '../passkeys'

/** Once, when the sheet is on paper: one touch next time? Both answers lead on. */
export function PasskeyOffer() {
  const t = useTranslations('account.offer')
  const passkey = useTranslations('account.passkey')
  const { replace } = useGo()
  const [asksPassword, setAsksPassword] = useState(false)
  const [done, setDone] = useState<Added | null>(null)
  const { task, run } = useTask()
  useEffect(() => {
    rememberOffer()
    void needsNoPassword().then((is) => setAsksPassword(!is))
  }, [])
  const add = (fields: Fields) =>
    run(async () => {
      const name = deviceOf(navigator.userAgent).system || passkey('unnamed')
      setDone(await addPasskey({ name, ...(asksPassword && { password: fields('password') }) }))
    })
  if (done === 'opens' || done === 'signsIn') {
    return (
      <Shell>
        <Title focus>{t(`${done}.title`)}</Title>
        <p>{t(`${done}.text`)}</p>
        <Button onClick={() => replace('/')}>{t('home')}</Button>
      </Shell>
    )
  }
  return (
    <Shell>
      <Title>{t('title')}</Title>
      <p>{t('lead')}</p>
      <Quiet>{t('sheetStays')}</Quiet>
      <Form onSubmit={(fields) => void add(fields)}>
        {asksPassword && <PasswordField name="password" label={t('password')} autoComplete="current-password" />}
        <Answers short>
          <Button type="submit" kind="quiet" pending={task.kind === 'busy'}>
            {t('yes')}
          </Button>
          <Button kind="quiet" onClick={() => replace('/')}>
            {t('notNow')}
          </Button>
        </Answers>
      </Form>
      <Quiet>{passkey('twice')}</Quiet>
      {done === 'turnedAway' && <Notice>{t('turnedAway')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Shell>
  )
}
