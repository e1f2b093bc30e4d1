'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button'
import { useGo } from '@/components/go'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { useWayBackFrom } from '@/lib/way-back'
import { loadAccount, useAccount } from '../client'
import { Unlock } from './unlock'

interface Props {
  /** `open`: what is inside reads or seals. `session`: it works with closed pages too, as pausing and ending do. */
  needs: 'open' | 'session'
  children: ReactNode
}

/** What is inside is for somebody who is signed in. Everybody else is told what to do. */
export function SignedIn({ needs, children }: Props) {
  const state = useAccount()
  const t = useTranslations('account.gate')
  const { replace } = useGo()
  const signIn = useWayBackFrom('/sign-in')
  if (state.kind === 'signed-in' && (needs === 'session' || state.vault.kind === 'open')) return children
  return (
    <Shell>
      {state.kind === 'unknown' && <Waiting />}
      {state.kind === 'problem' && <ProblemNotice problem={state.problem} retry={() => void loadAccount()} />}
      {state.kind === 'signed-out' && (
        <>
          <Title>{t('signedOut')}</Title>
          <p>{t('signedOutWhy')}</p>
          <ButtonLink to={signIn}>{t('signIn')}</ButtonLink>
        </>
      )}
      {state.kind === 'signed-in' && <Unlock state={state} later={() => replace('/')} />}
    </Shell>
  )
}
