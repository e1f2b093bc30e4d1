'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ButtonLink } from '@/components/button'
import { Calm } from '@/components/calm'
import { useGo } from '@/components/go'
import { PauseBar } from '@/components/pause-bar'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Answers } from '@/components/stack'
import { useAbouts } from '@/features/about/client'
import { type AccountState, loadAccount } from '@/features/account/client'
import { loadPartnership, type PartnershipState, usePartnership } from '@/features/partnership/client'
import { askPause, TO_PAUSE } from '@/lib/asked-pause'
import { Below } from './below'
import styles from './home.module.css'
import { Next } from './next'
import { useChores } from './use-chores'
import { stopsSomething, useNext } from './use-next'

interface Props {
  account: AccountState
  /** What helps while one pauses alone. */
  meanwhile: ReactNode
}

/** One line of time with the stone, write, thank you, pause. Everything else lies below the fold. */
export function Home({ account, meanwhile }: Props) {
  const t = useTranslations('home')
  const { go } = useGo()
  const partnership = usePartnership()
  const next = useNext(account, partnership)
  const [stopped, setStopped] = useState<'no' | 'here' | 'leading'>('no')
  useChores(partnership)
  useAbouts(partnership)
  const isForTwo = stopsSomething(next)
  const pauseWords = usePauseWords(isForTwo)
  const pause = () => {
    // This screen stands still before anybody is asked; the check-in then stops the other one.
    setStopped(isForTwo ? 'leading' : 'here')
    if (!isForTwo) return
    askPause()
    go(`/check-in${TO_PAUSE}`)
  }
  if (stopped !== 'no') {
    if (isForTwo) return <Calm />
    // Where the pause is still on its way to another page, what helps is there, and stays open.
    return <Calm onBack={() => setStopped('no')}>{stopped === 'here' && meanwhile}</Calm>
  }
  const problem = problemOf(account, partnership)
  const retry = () => void (account.kind === 'problem' ? loadAccount() : loadPartnership())
  return (
    <Shell edge={<PauseBar onPause={pause} words={pauseWords} />}>
      <div className={styles.first}>
        <Next next={next} />
        {problem && <ProblemNotice problem={problem} retry={retry} />}
        <Answers short>
          <ButtonLink to="/journal/write" kind="quiet" size="large" fetched="reached">
            {t('write')}
          </ButtonLink>
          <ButtonLink to="/thanks" kind="quiet" size="large" fetched="reached">
            {t('thanks')}
          </ButtonLink>
        </Answers>
      </div>
      <Below account={account} next={next} />
    </Shell>
  )
}

function usePauseWords(isForTwo: boolean) {
  const t = useTranslations('home.pause')
  return {
    action: t('action'),
    description: t(isForTwo ? 'forTwo' : 'forOne'),
    keys: (keys: { keys: string }) => t('keys', keys),
  }
}

function problemOf(account: AccountState, partnership: PartnershipState) {
  if (account.kind === 'problem') return account.problem
  return partnership.kind === 'problem' ? partnership.problem : null
}
