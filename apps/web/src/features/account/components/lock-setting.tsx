'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { useGo } from '@/components/go'
import { ProblemNotice } from '@/components/problem-notice'
import { Setting } from '@/components/setting'
import { useTask } from '@/lib/use-task'
import { lock, useAccount } from '../client'

/** Closes the pages on this device until the password comes again. */
export function LockSetting() {
  const state = useAccount()
  const t = useTranslations('account.settings')
  const { task, run } = useTask()
  const { replace } = useGo()
  if (state.kind !== 'signed-in' || state.vault.kind !== 'open') return null
  const close = () =>
    run(async () => {
      await lock()
      replace('/')
    })
  return (
    <Setting title={t('lock')} about={t('lockWhy')}>
      <Button kind="quiet" pending={task.kind === 'busy'} onClick={close}>
        {t('lockAction')}
      </Button>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Setting>
  )
}
