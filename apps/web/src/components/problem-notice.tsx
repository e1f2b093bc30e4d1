'use client'

import { useTranslations } from 'next-intl'
import type { Problem } from '@/lib/errors'
import { Button } from './button'
import { Notice } from './notice'

const SECOND_MS = 1_000

/** What happened, what is safe, what to do. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const sentence = useProblemSentence()
  const t = useTranslations('common')
  return (
    <Notice kind={problem.code === 'offline' ? 'offline' : 'error'}>
      <p>{sentence(problem)}</p>
      {retry && (
        <Button kind="plain" onClick={retry}>
          {t('tryAgain')}
        </Button>
      )}
    </Notice>
  )
}

export function useProblemSentence(): (problem: Problem) => string {
  const t = useTranslations('errors')
  return ({ code, retryAfterMs = 0 }) => t(code, { seconds: Math.ceil(retryAfterMs / SECOND_MS) })
}
