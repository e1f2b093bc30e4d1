'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Go, useGo } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Section } from '@/components/section'
import { Shell } from '@/components/shell'
import { Answers, Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { hasUnsentJottings } from '@/features/jottings/client'
import { type OnlyHere, onlyHere } from '@/features/journal/client'
import { useTask } from '@/lib/use-task'
import { lock, signOut, useAccount } from '../client'
import { LanguageChoice } from './language-choice'
import { Sessions } from './sessions'

export function Settings() {
  const state = useAccount()
  const t = useTranslations('account.settings')
  const common = useTranslations('common')
  if (state.kind !== 'signed-in') return null
  return (
    <Shell
      foot={
        <>
          <Go to="/">{common('home')}</Go>
          <Go to="/who-sees-what">{t('whoSees')}</Go>
        </>
      }
    >
      <Stack gap="small">
        <Title>{t('title')}</Title>
        <Quiet>{t('signedInAs', { email: state.account.email })}</Quiet>
      </Stack>
      <Section title={t('language')}>
        <LanguageChoice />
      </Section>
      <Section title={t('sessions')}>
        <Sessions />
      </Section>
      {state.vault.kind === 'open' && <OpenVault />}
      <SignOut unsaved={state.vault.kind === 'open' && state.vault.sheet === 'unsaved'} />
    </Shell>
  )
}

function OpenVault() {
  const t = useTranslations('account')
  const { task, run } = useTask()
  const { replace } = useGo()
  const close = () =>
    run(async () => {
      await lock()
      replace('/')
    })
  return (
    <Section title={t('settings.sheet')}>
      <Stack gap="small">
        <Go to="/recovery-sheet">{t('sheet.show')}</Go>
        <Button kind="plain" pending={task.kind === 'busy'} onClick={close}>
          {t('settings.lock')}
        </Button>
        <Quiet>{t('settings.lockWhy')}</Quiet>
        {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      </Stack>
    </Section>
  )
}

/** Asks once: the keys are erased with it, and whatever only this device has. */
function SignOut({ unsaved }: { unsaved: boolean }) {
  const t = useTranslations('account.settings')
  /** What would be lost; null before the question. */
  const [lost, setLost] = useState<OnlyHere | null>(null)
  const { task, run } = useTask()
  // A device that cannot even look must not keep anybody from signing out.
  const ask = () => run(async () => setLost(await whatIsOnlyHere().catch(() => 'nothing' as const)))
  const { replace } = useGo()
  const leave = () =>
    run(async () => {
      await signOut()
      replace('/')
    })
  return (
    <Section title={t('signOut')}>
      <Stack>
        <p>{t(unsaved ? 'signOutUnsaved' : 'signOutWhy')}</p>
        {lost !== null && lost !== 'nothing' && (
          <Notice kind="error">
            <p>{t(lost === 'page' ? 'signOutUnsent' : 'signOutDraft')}</p>
          </Notice>
        )}
        {lost !== null ? (
          <Answers>
            <Button kind="quiet" pending={task.kind === 'busy'} onClick={leave}>
              {t('signOutAnyway')}
            </Button>
            <Button kind="quiet" onClick={() => setLost(null)}>
              {t('stay')}
            </Button>
          </Answers>
        ) : (
          <Button kind="quiet" pending={task.kind === 'busy'} onClick={ask}>
            {t('signOut')}
          </Button>
        )}
        {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      </Stack>
    </Section>
  )
}

const whatIsOnlyHere = async (): Promise<OnlyHere> => ((await hasUnsentJottings()) ? 'page' : onlyHere())
