'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { PasswordField, TextField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Answers } from '@/components/stack'
import { Title } from '@/components/title'
import { useTask } from '@/lib/use-task'
import { type AccountState, remembersPassword, unlock, unlockWithPassword } from '../client'

interface Props {
  state: Extract<AccountState, { kind: 'signed-in' }>
  /** *Later*: an answer as good as the other. */
  later: () => void
}

/** Signed in, and the pages still closed: opens them, or leaves it for later. */
export function Unlock({ state, later }: Props) {
  const hasAccountKey = state.vault.kind === 'locked' && state.vault.hasAccountKey
  const [paper, setPaper] = useState(!hasAccountKey)
  return paper ? <WithPaper later={later} /> : <WithPassword later={later} usePaper={() => setPaper(true)} />
}

type FormProps = Pick<Props, 'later'>

function WithPassword({ later, usePaper }: FormProps & { usePaper: () => void }) {
  const t = useTranslations('account.unlock')
  return (
    <UnlockForm later={later} why={t('whyPassword')} open={(fields) => unlockWithPassword(fields('password'))}>
      <PasswordField name="password" label={t('password')} autoComplete="current-password" />
      <Button kind="plain" onClick={usePaper}>
        {t('usePaper')}
      </Button>
    </UnlockForm>
  )
}

function WithPaper({ later }: FormProps) {
  const t = useTranslations('account.unlock')
  const [remembered, setRemembered] = useState(true)
  useEffect(() => {
    void remembersPassword().then(setRemembered)
  }, [])
  return (
    <UnlockForm
      later={later}
      why={t('why')}
      open={(fields) => unlock({ text: fields('text'), password: fields('password') })}
    >
      <TextField
        name="text"
        label={t('text')}
        hint={t('textHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      {!remembered && (
        <PasswordField name="password" label={t('password')} hint={t('passwordHint')} autoComplete="current-password" />
      )}
    </UnlockForm>
  )
}

interface UnlockFormProps {
  why: string
  later: () => void
  open: (fields: Fields) => Promise<void>
  children: ReactNode
}

function UnlockForm({ why, later, open, children }: UnlockFormProps) {
  const t = useTranslations('account.unlock')
  const { task, run } = useTask()
  return (
    <Form onSubmit={(fields) => run(() => open(fields))}>
      <Title>{t('title')}</Title>
      <p>{why}</p>
      {children}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      <Answers short>
        <Button type="submit" kind="quiet" pending={task.kind === 'busy'}>
          {t('submit')}
        </Button>
        <Button kind="quiet" onClick={later}>
          {t('later')}
        </Button>
      </Answers>
      <Quiet>{t('laterWhy')}</Quiet>
    </Form>
  )
}
