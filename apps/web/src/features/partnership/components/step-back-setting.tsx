'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Setting } from '@/components/setting'
import { useTask } from '@/lib/use-task'
import { stepBack, usePartnership } from '../client'

/** Stepping back and coming back: one press each, and nobody is told of either. */
export function StepBackSetting() {
  const partnership = usePartnership()
  const t = useTranslations('partnership.stepBack')
  const { task, run } = useTask()
  if (partnership.kind !== 'linked') return null
  const { steppedBack } = partnership
  return (
    <Setting title={t(steppedBack ? 'isTitle' : 'title')} about={t(steppedBack ? 'isAbout' : 'about')}>
      <Button kind="quiet" pending={task.kind === 'busy'} onClick={() => run(() => stepBack(!steppedBack))}>
        {t(steppedBack ? 'comeBack' : 'action')}
      </Button>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Setting>
  )
}
