'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ButtonLink } from '@/components/button'
import { Paper } from '@/components/paper'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { timeWords } from '@/lib/time-words'
import { loadArchive, loadRoom } from '../client'
import { longDate } from '../dates'
import { atMsOf, type JournalState, type Opened, type Room } from '../store'
import { PATH } from './doors'
import styles from './read-page.module.css'

/** One page or one record, on the paper of its room. */
export function ReadPage() {
  const t = useTranslations('journal.page')
  const query = useSearchParams()
  const room: Room = query.get('room') === 'drawer' ? 'drawer' : 'living'
  const entryId = query.get('entry')
  const of = query.get('of')
  const [state, setState] = useState<JournalState>({ kind: 'opening' })
  useEffect(() => {
    void (of ? loadArchive(of) : loadRoom(room)).then(setState)
  }, [room, of])
  const entry = state.kind === 'open' ? state.entries.find((one) => one.entryId === entryId) : undefined
  return (
    <Shell>
      <Paper room={room}>
        {state.kind === 'opening' && <Waiting />}
        {state.kind === 'problem' && <ProblemNotice problem={state.problem} />}
        {state.kind === 'open' && (entry ? <Entry entry={entry} /> : <Missing />)}
      </Paper>
      <Stack place="bottom">
        <ButtonLink to={of ? `/archive?of=${of}` : PATH[room]} kind="quiet">
          {t(of ? 'backArchive' : room === 'drawer' ? 'back' : 'backLiving')}
        </ButtonLink>
      </Stack>
    </Shell>
  )
}

function Entry({ entry }: { entry: Opened }) {
  const t = useTranslations('journal')
  const locale = useLocale()
  if (entry.kind === 'unreadable') {
    return (
      <>
        <Title>{t('unreadable.title')}</Title>
        <p>{t('unreadable.body')}</p>
      </>
    )
  }
  const waiting = entry.state === 'waiting' && <p className={styles.soft}>{t('page.waiting')}</p>
  if (entry.kind === 'record') {
    const { openedAtMs, endedAtMs, turns } = entry.record
    return (
      <>
        <Title>{t('record.title')}</Title>
        <div className={styles.facts}>
          <p>{longDate(locale, openedAtMs)}</p>
          <p>
            {t('record.fromTo', { from: timeWords(locale, openedAtMs).time, to: timeWords(locale, endedAtMs).time })}
          </p>
          <p>{t('record.turns', { turns })}</p>
        </div>
        <p className={styles.soft}>{t('record.nothingElse')}</p>
        {waiting}
      </>
    )
  }
  const { text, atMs } =
    entry.kind === 'page'
      ? { text: entry.page.text, atMs: entry.page.writtenAtMs }
      : { text: entry.shared.text, atMs: atMsOf(entry) }
  return (
    <>
      <Title>{longDate(locale, atMs)}</Title>
      <p className={`${styles.text} own-words`}>{text}</p>
      <p className={styles.soft}>{t('page.written', timeWords(locale, atMs))}</p>
      {waiting}
    </>
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
