'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { ButtonLink } from '@/components/button'
import { Go } from '@/components/go'
import { Notice } from '@/components/notice'
import { Paper } from '@/components/paper'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { usePartnership } from '@/features/partnership/client'
import { keepSending, loadRoom, onJournalChange, recordEnded } from '../client'
import { hasDraft } from '../drafts'
import type { JournalState, Room } from '../store'
import { Doors } from './doors'
import { EntryList } from './entry-list'
import { OnlyHere } from './only-here'

const OPENING: JournalState = { kind: 'opening' }

/** One room of the journal. */
export function JournalPage({ room }: { room: Room }) {
  const t = useTranslations('journal')
  const [state, load] = useRoom(room)
  return (
    <Shell>
      <Title>{t('title')}</Title>
      <Doors room={room} />
      <Paper room={room}>
        <h2>{t(`doors.${room}.name`)}</h2>
        {room === 'drawer' && <OnlyHere />}
        {room === 'drawer' && <WriteHere />}
        {state.kind === 'opening' && <Waiting />}
        {state.kind === 'problem' && <ProblemNotice problem={state.problem} retry={load} />}
        {state.kind === 'open' && state.offline && (
          <Notice kind="offline">
            <p>{t('offline')}</p>
          </Notice>
        )}
        {state.kind === 'open' &&
          (state.entries.length === 0 ? <Empty room={room} /> : <EntryList room={room} entries={state.entries} />)}
      </Paper>
    </Shell>
  )
}

function useRoom(room: Room): [JournalState, () => void] {
  const [state, setState] = useState<JournalState>(OPENING)
  const load = useCallback(() => {
    void loadRoom(room).then((loaded) =>
      setState((before) => (loaded.kind === 'problem' && before.kind === 'open' ? before : loaded)),
    )
  }, [room])
  useEffect(() => {
    load()
    const stopListening = onJournalChange(load)
    const stopSending = keepSending(load)
    // Check-ins that ended while this device was away get their record now.
    if (room === 'living') void recordEnded().then(load)
    return () => {
      stopListening()
      stopSending()
    }
  }, [room, load])
  return [state, load]
}

function Empty({ room }: { room: Room }) {
  const t = useTranslations('journal')
  const partnership = usePartnership()
  const isAlone = room === 'living' && partnership.kind === 'alone'
  const newest = isAlone ? partnership.past[0] : undefined
  return (
    <Stack gap="small">
      <p>
        <strong>{t(`${room}.empty.title`)}</strong>
      </p>
      <p>{isAlone ? t('living.soloEmpty') : t(`${room}.empty.body`)}</p>
      {newest && <Go to={`/archive?of=${newest.partnershipId}`}>{t('living.archive')}</Go>}
    </Stack>
  )
}

function WriteHere() {
  const t = useTranslations('journal.drawer')
  const [draft, setDraft] = useState(false)
  useEffect(() => {
    void hasDraft().then(setDraft)
  }, [])
  return (
    <Stack gap="small">
      <p>{t('private')}</p>
      <ButtonLink to="/journal/write">{t(draft ? 'draft' : 'write')}</ButtonLink>
    </Stack>
  )
}
