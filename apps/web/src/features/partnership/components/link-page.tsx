'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Go } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Shell } from '@/components/shell'
import { Answers, Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { useTask } from '@/lib/use-task'
import {
  createInvitation,
  loadPartnership,
  type MyInvitation,
  myInvitation,
  onPartnership,
  usePartnership,
  withdrawInvitation,
} from '../client'
import { Blocked } from './blocked'
import { LinkReady } from './link-ready'
import { Linked } from './linked'
import { SafetyPhrase } from './safety-phrase'

/** The inviter's side: make a link, give it, say who accepted. */
export function LinkPage() {
  const partnership = usePartnership()
  const common = useTranslations('common')
  return (
    <Shell foot={<Go to="/">{common('home')}</Go>}>
      {(partnership.kind === 'unknown' || partnership.kind === 'locked') && <Waiting />}
      {partnership.kind === 'problem' && (
        <ProblemNotice problem={partnership.problem} retry={() => void loadPartnership()} />
      )}
      {partnership.kind === 'blocked' && <Blocked link={partnership} />}
      {partnership.kind === 'linked' && (
        <>
          <Linked name={partnership.partner.name} />
          <SafetyPhrase link={partnership} />
        </>
      )}
      {partnership.kind === 'alone' && <Inviting />}
    </Shell>
  )
}

function Inviting() {
  const t = useTranslations('partnership')
  const [mine, setMine] = useState<MyInvitation | null>(null)
  const [withdrawn, setWithdrawn] = useState(false)
  const { task, run } = useTask()
  const busy = task.kind === 'busy'

  const load = useCallback(() => run(async () => setMine(await myInvitation())), [run])
  useEffect(() => {
    void load()
    return onPartnership(() => void load())
  }, [load])

  const create = () =>
    run(async () => {
      setMine(await createInvitation())
      setWithdrawn(false)
    })
  const withdraw = () =>
    run(async () => {
      await withdrawInvitation()
      setMine({ kind: 'none' })
      setWithdrawn(true)
    })

  return (
    <>
      {!mine && task.kind !== 'failed' && <Waiting />}
      {mine?.kind === 'none' && (
        <>
          <Title>{t('link.title')}</Title>
          {withdrawn && <Notice>{t('link.withdrawn')}</Notice>}
          <p>{t('link.text')}</p>
          <Button pending={busy} onClick={create}>
            {t('link.create')}
          </Button>
        </>
      )}
      {mine?.kind === 'open' && <LinkReady {...mine} withdraw={withdraw} />}
      {mine?.kind === 'answered' && <Answered mine={mine} busy={busy} run={run} refuse={withdraw} />}
      {mine?.kind === 'forged' && (
        <>
          <Title focus>{t('forged.title')}</Title>
          <p>{t('forged.text')}</p>
          <Button pending={busy} onClick={create}>
            {t('forged.again')}
          </Button>
        </>
      )}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} retry={load} />}
    </>
  )
}

interface AnsweredProps {
  mine: Extract<MyInvitation, { kind: 'answered' }>
  busy: boolean
  run: (work: () => Promise<void>) => Promise<void>
  refuse: () => void
}

/** The inviter alone knows whom they asked: two answers of equal weight. */
function Answered({ mine: { person, confirm }, busy, run, refuse }: AnsweredProps) {
  const t = useTranslations('partnership.answered')
  const look = useTranslations('partnership.look')
  return (
    <>
      <Title focus>{t('title', { name: person.name })}</Title>
      <p>{t('text')}</p>
      <Quiet>{look('lasting')}</Quiet>
      <Stack place="bottom">
        <Answers>
          <Button kind="quiet" size="large" pending={busy} onClick={() => run(confirm)}>
            {t('yes', { name: person.name })}
          </Button>
          <Button kind="quiet" size="large" pending={busy} onClick={refuse}>
            {t('no')}
          </Button>
        </Answers>
        <Quiet>{t('noWhy')}</Quiet>
      </Stack>
    </>
  )
}
