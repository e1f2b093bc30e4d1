'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { Paper } from '@/components/paper'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { useLockSooner } from '@/lib/auto-lock'
import { type Archive, loadArchive, loadRoom } from '../client'
import type { JournalState, Room } from '../store'
import { PATH } from './doors'
import { ReadEntry } from './read-entry'

/** One page or one record, on the paper of its room. */
export function ReadPage() {
  const t = useTranslations('journal.page')
  const query = useSearchParams()
  const room: Room = query.get('room') === 'drawer' ? 'drawer' : 'living'
  const entryId = query.get('entry')
  const of = query.get('of')
  const [state, setState] = useState<JournalState | Archive>({ kind: 'opening' })
  const load = useCallback(() => void (of ? loadArchive(of) : loadRoom(room)).then(setState), [room, of])
  useEffect(load, [load])
  useLockSooner(room === 'drawer')
  const entry = state.kind === 'open' ? state.entries.find((one) => one.entryId === entryId) : undefined
  return (
    <Shell>
      <Paper room={room}>
        {state.kind === 'opening' && <Waiting />}
        {state.kind === 'problem' && <ProblemNotice problem={state.problem} retry={load} />}
        {state.kind === 'elsewhere' && (
          <Notice kind="offline">
            <p>{t('elsewhere')}</p>
          </Notice>
        )}
        {state.kind === 'open' && (entry ? <ReadEntry entry={entry} others={state.entries} /> : <Missing />)}
      </Paper>
      <Stack place="bottom">
        <ButtonLink to={of ? `/archive?of=${of}` : PATH[room]} kind="quiet">
          {t(of ? 'backArchive' : room === 'drawer' ? 'back' : 'backLiving')}
        </ButtonLink>
      </Stack>
    </Shell>
  )
}

function Missing() {
  const t = useTranslations('journal.page.missing')
  return (
    <>
      <Title>{t('title')}</Title>
      <p>{t('body')}</p>
    </>
  )
}
