'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { HelpLink } from '@/components/help-link'
import { ProblemNotice } from '@/components/problem-notice'
import { Section } from '@/components/section'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { useTask } from '@/lib/use-task'
import { loadPartnership, type PartnershipState, toldOfEnd, unlink, usePartnership } from '../client'
import styles from './unlink-page.module.css'

/** Ending the link, alone and at once. One page of reading before it, which can be skipped or left unread. */
export function UnlinkPage() {
  const partnership = usePartnership()
  const link = linkOf(partnership)
  const [reading, setReading] = useState(true)
  const [done, setDone] = useState(false)
  const { task, run } = useTask()
  const end = () =>
    run(async () => {
      if (!link) return
      await unlink(link)
      setDone(true)
    })
  if (done || partnership.kind === 'alone' || (partnership.kind === 'locked' && !partnership.link)) return <Unlinked />
  return (
    <Shell kind="bare">
      {partnership.kind === 'unknown' && <Waiting />}
      {partnership.kind === 'problem' && (
        <ProblemNotice problem={partnership.problem} retry={() => void loadPartnership()} />
      )}
      {link && (
        <>
          {reading ? <Before name={nameOf(partnership)} skip={() => setReading(false)} /> : <Now />}
          <div className={styles.edge}>
            {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
            <UnlinkNow pending={task.kind === 'busy'} onUnlink={end} />
          </div>
        </>
      )}
    </Shell>
  )
}

/** Also behind a closed vault and behind keys that do not match: nobody is kept in a link. */
function linkOf(partnership: PartnershipState): { partnershipId: string } | null {
  if (partnership.kind === 'linked' || partnership.kind === 'blocked') return partnership
  return partnership.kind === 'locked' ? partnership.link : null
}

function nameOf(partnership: PartnershipState): string | null {
  if (partnership.kind === 'linked') return partnership.partner.name
  return partnership.kind === 'blocked' ? partnership.name : null
}

function Before({ name, skip }: { name: string | null; skip: () => void }) {
  const t = useTranslations('partnership.unlink')
  const known = { known: name === null ? 'no' : 'yes', name: name ?? '' }
  return (
    <>
      <div className={styles.head}>
        <Title>{t('beforeTitle')}</Title>
        <Button kind="plain" onClick={skip}>
          {t('skip')}
        </Button>
      </div>
      <Section title={t('stays')}>
        <p>{t('staysText')}</p>
      </Section>
      <Section title={t('sees', known)}>
        <p>{t('seesText')}</p>
      </Section>
      <Section title={t('safe')}>
        <p>{t('safeText', known)}</p>
        <p>{t('help')}</p>
        <HelpLink className={styles.help} />
      </Section>
    </>
  )
}

function Now() {
  const t = useTranslations('partnership.unlink')
  return (
    <Stack place="middle">
      <Title focus>{t('title')}</Title>
      <p>{t('final')}</p>
    </Stack>
  )
}

function UnlinkNow({ pending, onUnlink }: { pending: boolean; onUnlink: () => void }) {
  const t = useTranslations('partnership.unlink')
  return (
    <Stack gap="small">
      <Button size="large" pending={pending} onClick={onUnlink}>
        {t('now')}
      </Button>
      <ButtonLink to="/" kind="quiet">
        {t('notNow')}
      </ButtonLink>
    </Stack>
  )
}

function Unlinked() {
  const t = useTranslations('partnership.unlinked')
  useEffect(() => void toldOfEnd(), [])
  return (
    <Shell kind="bare">
      <Stack place="middle">
        <Title focus>{t('title')}</Title>
        <p>{t('text')}</p>
      </Stack>
      <Stack gap="small" place="bottom">
        <ButtonLink to="/journal/drawer">{t('pages')}</ButtonLink>
        <ButtonLink to="/" kind="quiet">
          {t('home')}
        </ButtonLink>
      </Stack>
    </Shell>
  )
}
