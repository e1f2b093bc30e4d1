'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { loadPartnership, type PartnershipState, usePartnership } from '../client'
import { Blocked } from './blocked'

type Linked = Extract<PartnershipState, { kind: 'linked' }>

/** What is inside is for two who are linked, with an open vault. Everybody else is told why not, and what to do. */
export function WithPartner({ children }: { children: (link: Linked) => ReactNode }) {
  const state = usePartnership()
  if (state.kind === 'linked') return children(state)
  return (
    <Shell>
      {(state.kind === 'unknown' || state.kind === 'locked') && <Waiting />}
      {state.kind === 'problem' && <ProblemNotice problem={state.problem} retry={() => void loadPartnership()} />}
      {state.kind === 'blocked' && <Blocked name={state.name} />}
      {state.kind === 'alone' && <Alone />}
    </Shell>
  )
}

function Alone() {
  const t = useTranslations('partnership')
  const common = useTranslations('common')
  return (
    <>
      <Title>{t('alone.title')}</Title>
      <p>{t('alone.text')}</p>
      <ButtonLink to="/link">{t('link.title')}</ButtonLink>
      <ButtonLink to="/" kind="quiet">
        {common('home')}
      </ButtonLink>
    </>
  )
}
