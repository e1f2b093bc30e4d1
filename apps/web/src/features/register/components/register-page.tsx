'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { ButtonLink } from '@/components/button'
import { Go } from '@/components/go'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { loadPartnership, usePartnership } from '@/features/partnership/client'
import { type Problem, problemOf } from '@/lib/errors'
import { handIn, loadRegister, onRegisterChange, takeBack } from '../client'
import type { RegisterState } from '../store'
import { RegisterScreen } from './register-screen'

export function RegisterPage() {
  const t = useTranslations('register')
  const partnership = usePartnership()
  return (
    <Shell foot={<Go to="/agreement">{t('back')}</Go>}>
      {partnership.kind === 'unknown' && <Waiting />}
      {partnership.kind === 'problem' && (
        <ProblemNotice problem={partnership.problem} retry={() => void loadPartnership()} />
      )}
      {partnership.kind === 'blocked' && (
        <ProblemNotice problem={{ code: 'tampered' }} retry={() => void loadPartnership()} />
      )}
      {(partnership.kind === 'alone' || partnership.kind === 'locked') && <NotLinked />}
      {partnership.kind === 'linked' && <Register other={partnership.partner.name} />}
    </Shell>
  )
}

function NotLinked() {
  const t = useTranslations('register.notLinked')
  return (
    <>
      <Title>{t('title')}</Title>
      <p>{t('body')}</p>
      <Stack place="bottom">
        <ButtonLink to="/link">{t('action')}</ButtonLink>
      </Stack>
    </>
  )
}

function Register({ other }: { other: string | null }) {
  const [state, setState] = useState<RegisterState>({ kind: 'loading' })
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const load = useCallback(
    () =>
      loadRegister().then((loaded) =>
        // What is read stays on the screen while there is no connection, and so does what is being filled in.
        setState((before) =>
          loaded.kind === 'problem' && before.kind !== 'loading' && before.kind !== 'problem' ? before : loaded,
        ),
      ),
    [],
  )
  useEffect(() => {
    void load()
    return onRegisterChange(() => void load())
  }, [load])

  /** Sends, then reads again: what is shown afterwards is how it stands. */
  const send = async (work: () => Promise<void>): Promise<boolean> => {
    setPending(true)
    setProblem(null)
    try {
      await work()
      await load()
      return true
    } catch (thrown) {
      const refused = problemOf(thrown)
      setProblem(refused)
      // Both came in meanwhile, or it was done on another device: what is shown is how it stands.
      if (refused.code === 'version_conflict') await load()
      return false
    } finally {
      setPending(false)
    }
  }

  if (state.kind === 'loading') return <Waiting />
  if (state.kind === 'problem') return <ProblemNotice problem={state.problem} retry={() => void load()} />
  return (
    <RegisterScreen
      state={state}
      other={other}
      pending={pending}
      problem={problem}
      onHandIn={(answers) => send(() => handIn(answers))}
      onTakeBack={() => send(takeBack)}
    />
  )
}
