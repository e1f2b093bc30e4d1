'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Go } from '@/components/go'
import { Notice } from '@/components/notice'
import { Paper } from '@/components/paper'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import type { Past } from '@/features/partnership/client'
import { useRetry } from '@/lib/use-retry'
import { type Archive, loadArchive } from '../client'
import { shortDate } from '../dates'
import { EntryList } from './entry-list'

/** What two people kept together by the time their link ended. Nothing is added to it and nothing can be. */
export function ArchivePage() {
  const t = useTranslations('journal.archive')
  const common = useTranslations('common')
  const of = useSearchParams().get('of') ?? ''
  const [state, load] = useArchive(of)
  const past = state.kind === 'open' ? state.past : null
  return (
    <Shell
      foot={
        <>
          <Go to="/">{common('home')}</Go>
          <Go to={`/agreement/history?of=${of}`}>{t('rules')}</Go>
        </>
      }
    >
      <Stack gap="small">
        <Title>{past?.partner ? t('title', { name: past.partner.name }) : t('titleUnknown')}</Title>
        {past && <Dates past={past} />}
      </Stack>
      {state.kind === 'opening' && <Waiting />}
      {state.kind === 'problem' && <ProblemNotice problem={state.problem} retry={load} />}
      {state.kind === 'elsewhere' && (
        <Notice kind="offline">
          <p>{t('elsewhere')}</p>
        </Notice>
      )}
      {state.kind === 'open' && (
        <Paper room="living">
          {state.offline && (
            <Notice kind="offline">
              <p>{t('offline')}</p>
            </Notice>
          )}
          {state.entries.length === 0 ? (
            <p>{t('empty')}</p>
          ) : (
            <EntryList room="living" entries={state.entries} of={of} />
          )}
        </Paper>
      )}
    </Shell>
  )
}

/** Loads it, and as long as there is no connection again and again. */
function useArchive(of: string): [Archive, () => void] {
  const [state, setState] = useState<Archive>({ kind: 'opening' })
  const load = useCallback(() => void loadArchive(of).then(setState), [of])
  useEffect(load, [load])
  useRetry(state.kind === 'elsewhere' || (state.kind === 'open' && state.offline), load)
  return [state, load]
}

function Dates({ past: { linkedAtMs, endedAtMs } }: { past: Past }) {
  const t = useTranslations('journal.archive')
  const locale = useLocale()
  return <Quiet>{t('dates', { from: shortDate(locale, linkedAtMs), to: shortDate(locale, endedAtMs) })}</Quiet>
}
