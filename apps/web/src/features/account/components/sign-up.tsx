'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { PasswordField, TextField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { Go, useGo } from '@/components/go'
import { Notice } from '@/components/notice'
import { OtherLanguage } from '@/components/other-language'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Steps } from '@/components/steps'
import { Title } from '@/components/title'
import { invitationWaits } from '@/lib/invitation-in-hand'
import { isTooLong } from '@/lib/name'
import { useTask } from '@/lib/use-task'
import { makeKeys, type NewKeys, signUp } from '../client'
import { passwordProblem } from '../new-password'

type Step = 'name' | 'email' | 'password'
const STEPS: readonly Step[] = ['name', 'email', 'password']
type Progress = 'makingKeys' | 'sending'

/** Name, email, password: one question a screen. */
export function SignUp() {
  const t = useTranslations('account.signUp')
  const { replace } = useGo()
  const [step, setStep] = useState<Step>('name')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [made, setMade] = useState<{ password: string; name: string; keys: NewKeys } | null>(null)
  const [progress, setProgress] = useState<Progress>('makingKeys')
  const { task, run } = useTask()

  const takeName = (given: string) => {
    setName(given)
    setStep('email')
  }
  const takeEmail = (given: string) => {
    setEmail(given)
    setStep('password')
  }
  const create = (password: string) =>
    run(async () => {
      // After a failure with the same password the keys are still good, and seconds are saved.
      setProgress('makingKeys')
      const same = made?.password === password && made.name === name
      const keys = same ? made.keys : await makeKeys({ name, password })
      setMade({ password, name, keys })
      setProgress('sending')
      await signUp(email, keys)
      replace(invitationWaits() ? '/invite' : '/recovery-sheet')
    })

  return (
    <Shell
      foot={
        <>
          <Go to="/sign-in">{t('haveAccount')}</Go>
          <OtherLanguage />
        </>
      }
    >
      <Steps steps={[t('stepName'), t('stepEmail'), t('stepPassword')]} current={STEPS.indexOf(step)} />
      {step === 'name' && <NameStep given={name} next={takeName} />}
      {step === 'email' && <EmailStep name={name} given={email} back={() => setStep('name')} next={takeEmail} />}
      {step === 'password' && <PasswordStep busy={task.kind === 'busy'} back={() => setStep('email')} next={create} />}
      {task.kind === 'busy' && <Notice>{t(progress)}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Shell>
  )
}

function NameStep({ given, next }: { given: string; next: (name: string) => void }) {
  const t = useTranslations('account.signUp')
  const common = useTranslations('common')
  const [wrong, setWrong] = useState<'nameMissing' | 'nameLong' | null>(null)
  const submit = (fields: Fields) => {
    const name = fields('name').trim()
    if (!name) setWrong('nameMissing')
    else if (isTooLong(name)) setWrong('nameLong')
    else next(name)
  }
  return (
    <Form onSubmit={submit}>
      <Title>{t('nameTitle')}</Title>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        error={wrong && t(wrong)}
        defaultValue={given}
        autoComplete="nickname"
      />
      <Button type="submit">{common('continue')}</Button>
    </Form>
  )
}

interface EmailStepProps {
  name: string
  given: string
  back: () => void
  next: (email: string) => void
}

function EmailStep({ name, given, back, next }: EmailStepProps) {
  const t = useTranslations('account.signUp')
  const common = useTranslations('common')
  const [wrong, setWrong] = useState(false)
  const submit = (fields: Fields) => {
    const email = fields('email').trim()
    if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) next(email)
    else setWrong(true)
  }
  return (
    <Form onSubmit={submit}>
      <Title focus>{t('emailTitle', { name })}</Title>
      <TextField
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        error={wrong && t('emailWrong')}
        defaultValue={given}
        autoComplete="username"
      />
      <Stack gap="small">
        <Button type="submit">{common('continue')}</Button>
        <Button kind="plain" onClick={back}>
          {common('back')}
        </Button>
      </Stack>
    </Form>
  )
}

function PasswordStep({ busy, back, next }: { busy: boolean; back: () => void; next: (password: string) => void }) {
  const t = useTranslations('account.signUp')
  const common = useTranslations('common')
  const [wrong, setWrong] = useState<ReturnType<typeof passwordProblem>>(null)
  const submit = (fields: Fields) => {
    const password = fields('password')
    const problem = passwordProblem(password)
    setWrong(problem)
    if (!problem) next(password)
  }
  return (
    <Form onSubmit={submit}>
      <Title focus>{t('passwordTitle')}</Title>
      <PasswordField
        name="password"
        label={t('password')}
        hint={t('passwordHint')}
        error={wrong && t(wrong)}
        autoComplete="new-password"
      />
      <Stack gap="small">
        <Button type="submit" pending={busy}>
          {t('create')}
        </Button>
        {!busy && (
          <Button kind="plain" onClick={back}>
            {common('back')}
          </Button>
        )}
      </Stack>
    </Form>
  )
}
