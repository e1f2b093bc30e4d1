'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Answers, Stack } from '@/components/stack'
import { stepBack } from '@/features/partnership/client'
import { useTask } from '@/lib/use-task'
import { PauseBar } from './pause-bar'

/** Whoever has stepped back is in no room. Coming back is one press, and stopping everything too. */
export function SteppedBack({ onPause }: { onPause: () => void }) {
  const t = useTranslations('check-in.steppedBack')
  const { task, run } = useTask()
  return (
    <Shell kind="bare" edge={<PauseBar onPause={onPause} />}>
      <Stack place="middle">
        <h1>{t('title')}</h1>
        <p>{t('body')}</p>
        {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
        <Answers short>
          <Button kind="quiet" size="large" pending={task.kind === 'busy'} onClick={() => run(() => stepBack(false))}>
            {t('comeBack')}
          </Button>
          <ButtonLink to="/" kind="quiet" size="large">
            {t('home')}
          </ButtonLink>
        </Answers>
      </Stack>
    </Shell>
  )
}
