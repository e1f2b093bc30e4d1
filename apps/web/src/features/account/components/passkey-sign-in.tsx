'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { passkeysHere } from '@/lib/passkey'
import { useBrowserFact } from '@/lib/store'
import { useTask } from '@/lib/use-task'
import type { AccountState } from '../client'
import { signInWithPasskey } from '../passkeys'

/** One touch, where this browser and this address have it. Otherwise nothing: the password is right below. */
export function PasskeySignIn({ onEnter }: { onEnter: (state: AccountState) => void }) {
  const t = useTranslations('account.passkey')
  const here = useBrowserFact(passkeysHere, 'browser')
  const [turnedAway, setTurnedAway] = useState(false)
  const { task, run } = useTask()
  if (here !== 'possible') return null
  const use = () =>
    run(async () => {
      setTurnedAway(false)
      const state = await signInWithPasskey()
      if (state) onEnter(state)
      else setTurnedAway(true)
    })
  return (
    <Stack gap="small">
      <Button kind="quiet" pending={task.kind === 'busy'} onClick={use}>
        {t('use')}
      </Button>
      {turnedAway && <Notice>{t('turnedAway')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      <Quiet>{t('or')}</Quiet>
    </Stack>
  )
}
