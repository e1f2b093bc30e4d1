'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Waiting } from '@/components/waiting'
import { useAccount } from '@/features/account/client'
import { useWayBackFrom } from '@/lib/way-back'
import type { KitItem } from '@/vault/kit'
import { lookAtKit, useKit } from '../client'

interface Props {
  /** The one line for whoever has not opened their pages. */
  locked: string
  children: (items: readonly KitItem[]) => ReactNode
}

/** The kit in use. While the vault is locked nothing of it is there, neither its names nor how much there is. */
export function WhenOpen({ locked, children }: Props) {
  const account = useAccount()
  const state = useKit('meanwhile')
  if (account.kind === 'unknown') return <Waiting />
  if (account.kind !== 'signed-in' || account.vault.kind !== 'open') return <Locked line={locked} />
  switch (state.kind) {
    case 'opening':
      return <Waiting />
    case 'problem':
      return <ProblemNotice problem={state.problem} retry={() => void lookAtKit()} />
    case 'open':
      return children(state.items)
  }
}

function Locked({ line }: { line: string }) {
  const t = useTranslations('kit.here')
  return (
    <>
      <p>{line}</p>
      <ButtonLink to={useWayBackFrom('/unlock')} kind="quiet">
        {t('unlock')}
      </ButtonLink>
    </>
  )
}
