'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Answers, Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { type AccountState, loadAccount } from '@/features/account/client'
import { type Problem, problemOf } from '@/lib/errors'
import { type Asked, acceptInvitation } from '../client'

interface Props {
  asked: Asked
  account: AccountState
  decline: () => void
  accepted: () => void
  failed: (problem: Problem) => void
}

/** What it is, and then the answer: with an account now, or after making one. */
export function InviteAnswer({ asked, account, decline, accepted, failed }: Props) {
  const t = useTranslations('partnership.look')
  const ask = useTranslations('partnership.ask')
  const { name } = asked.person
  return (
    <>
      <Title focus>{account.kind === 'signed-in' ? ask('asks', { name }) : t('title')}</Title>
      <p>{t('one')}</p>
      <p>{t('two')}</p>
      <p>{t('three', { name })}</p>
      <Quiet>{t('lasting')}</Quiet>
      <Stack gap="small" place="bottom">
        {account.kind === 'unknown' && <Waiting />}
        {account.kind === 'problem' && <ProblemNotice problem={account.problem} retry={() => void loadAccount()} />}
        {account.kind === 'signed-out' && (
          <>
            <ButtonLink to="/sign-up">{t('begin')}</ButtonLink>
            <ButtonLink to="/sign-in" kind="quiet">
              {t('haveAccount')}
            </ButtonLink>
            <Button kind="quiet" onClick={decline}>
              {t('notNow')}
            </Button>
          </>
        )}
        {account.kind === 'signed-in' && account.vault.kind === 'locked' && (
          <>
            <p>{t('unlockFirst')}</p>
            <Answers>
              <ButtonLink to="/unlock" kind="quiet">
                {t('open')}
              </ButtonLink>
              <Button kind="quiet" onClick={decline}>
                {t('notNow')}
              </Button>
            </Answers>
          </>
        )}
        {account.kind === 'signed-in' && account.vault.kind === 'open' && (
          <LinkOrNot asked={asked} decline={decline} accepted={accepted} failed={failed} />
        )}
      </Stack>
    </>
  )
}

function LinkOrNot({ asked, decline, accepted, failed }: Omit<Props, 'account'>) {
  const t = useTranslations('partnership.look')
  const [busy, setBusy] = useState(false)
  const accept = async () => {
    setBusy(true)
    try {
      await acceptInvitation(asked)
      accepted()
    } catch (thrown) {
      failed(problemOf(thrown))
    }
  }
  return (
    <Answers>
      <Button kind="quiet" size="large" pending={busy} onClick={accept}>
        {t('linkWith', { name: asked.person.name })}
      </Button>
      <Button kind="quiet" size="large" onClick={decline}>
        {t('notNow')}
      </Button>
    </Answers>
  )
}
