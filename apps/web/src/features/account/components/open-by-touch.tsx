'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { useTask } from '@/lib/use-task'
import { openWithPasskey } from '../passkeys'

/** One touch opens the pages; no server is needed. */
export function OpenByTouch({ orElse }: { orElse: 'or' | 'orSheet' }) {
  const t = useTranslations('account.passkey')
  const [turnedAway, setTurnedAway] = useState(false)
  const { task, run } = useTask()
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
      <Quiet>{t(orElse)}</Quiet>
    </Stack>
  )
}
