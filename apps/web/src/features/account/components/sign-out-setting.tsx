'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { useGo } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Setting } from '@/components/setting'
import { Answers } from '@/components/stack'
import { hasUnsentJottings } from '@/features/jottings/client'
import { type OnlyHere, onlyHere } from '@/features/journal/client'
import { hasUnsentKit } from '@/features/kit/client'
import { useTask } from '@/lib/use-task'
import { signOut, useAccount } from '../client'

/** Asks once: the keys are erased with it, and whatever only this device has. */
export function SignOutSetting() {
  const state = useAccount()
  const t = useTranslations('account.settings')
  /** What would be lost; null before the question. */
  const [lost, setLost] = useState<OnlyHere | null>(null)
  const { task, run } = useTask()
  const { replace } = useGo()
  if (state.kind !== 'signed-in') return null
  const isUnsaved = state.vault.kind === 'open' && state.vault.sheet === 'unsaved'
  // A device that cannot even look must not keep anybody from signing out.
  const ask = () => run(async () => setLost(await whatIsOnlyHere().catch(() => 'nothing' as const)))
  const leave = () =>
    run(async () => {
      await signOut()
      replace('/')
    })
  return (
    <Setting title={t('signOut')} about={t(isUnsaved ? 'signOutUnsaved' : 'signOutWhy')}>
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
    </Setting>
  )
}

const whatIsOnlyHere = async (): Promise<OnlyHere> =>
  (await hasUnsentJottings()) || (await hasUnsentKit()) ? 'page' : onlyHere()
