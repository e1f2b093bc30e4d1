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
import { openWithPasskey } from '../passkeys'

/** One touch opens the pages, where this browser can ask for it; no server is needed. */
export function OpenByTouch() {
  const t = useTranslations('account.passkey')
  const here = useBrowserFact(passkeysHere, 'browser')
  const [turnedAway, setTurnedAway] = useState(false)
  const { task, run } = useTask()
  if (here !== 'possible') return null
  const open = () =>
    run(async () => {
      setTurnedAway(false)
      setTurnedAway(!(await openWithPasskey()))
    })
  return (
    <Stack gap="small">
      <Button kind="quiet" pending={task.kind === 'busy'} onClick={open}>
        {t('open')}
      </Button>
      {turnedAway && <Notice>{t('turnedAway')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      <Quiet>{t('orElse')}</Quiet>
    </Stack>
  )
}
