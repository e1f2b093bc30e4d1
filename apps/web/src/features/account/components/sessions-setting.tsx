'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Setting } from '@/components/setting'
import { Waiting } from '@/components/waiting'
import { useTask } from '@/lib/use-task'
import { type Device, endOtherSessions, endSession, listSessions, type Session } from '../client'
import styles from './sessions-setting.module.css'

export function SessionsSetting() {
  const t = useTranslations('account.settings')
  const [sessions, setSessions] = useState<Session[] | null>(null)
  const [ended, setEnded] = useState(false)
  const { task, run } = useTask()
  const load = useCallback(() => run(async () => setSessions(await listSessions())), [run])
  useEffect(() => {
    void load()
  }, [load])
  const end = (ending: () => Promise<void>) =>
    run(async () => {
      await ending()
      setSessions(await listSessions())
      setEnded(true)
    })
  const others = sessions?.some(({ current }) => !current) ?? false
  return (
    <Setting title={t('sessions')}>
      {!sessions && task.kind !== 'failed' && <Waiting />}
      {sessions && (
        <ul className={styles.list}>
          {sessions.map((session) => (
            <Row key={session.sessionId} session={session} end={() => end(() => endSession(session.sessionId))} />
          ))}
        </ul>
      )}
      {others && (
        <Button kind="quiet" pending={task.kind === 'busy'} onClick={() => end(endOtherSessions)}>
          {t('endOthers')}
        </Button>
      )}
      {ended && task.kind === 'idle' && <Notice>{t('ended')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} retry={load} />}
    </Setting>
  )
}

function Row({ session, end }: { session: Session; end: () => void }) {
  const t = useTranslations('account.settings')
  const format = useFormatter()
  const when = format.dateTime(session.startedAtMs, {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (
    <li className={styles.row}>
      <span>
        {nameOf(session.device, t) ?? t(session.current ? 'thisBrowser' : 'otherBrowser')}
        <Quiet>{t(session.current ? 'thisOne' : 'otherOne', { when })}</Quiet>
      </span>
      {!session.current && (
        <Button kind="plain" onClick={end} aria-label={t('endNamed', { when })}>
          {t('end')}
        </Button>
      )}
    </li>
  )
}

function nameOf(device: Device | null, t: ReturnType<typeof useTranslations<'account.settings'>>): string | null {
  if (!device || device.browser === '' || device.system === '') return null
  return t('deviceName', { browser: device.browser, system: device.system })
}
