'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { PasswordField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { passwordProblem } from '../new-password'

interface Props {
  busy: boolean
  submit: string
  /** What is asked before the new password. */
  children?: ReactNode
  next: (password: string, fields: Fields) => void
}

/** A password to be: says at once what is wrong with it. */
export function NewPasswordForm({ busy, submit, children, next }: Props) {
  const t = useTranslations('account')
  const [wrong, setWrong] = useState<ReturnType<typeof passwordProblem>>(null)
  const check = (fields: Fields) => {
    const password = fields('newPassword')
    const problem = passwordProblem(password)
    setWrong(problem)
    if (!problem) next(password, fields)
  }
  return (
    <Form onSubmit={check}>
      {children}
      <PasswordField
        name="newPassword"
        label={t('password.new')}
        hint={t('password.newHint')}
        error={wrong && t(`signUp.${wrong}`)}
        autoComplete="new-password"
      />
      <Button type="submit" pending={busy}>
        {submit}
      </Button>
    </Form>
  )
}
