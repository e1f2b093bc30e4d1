'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/button'
import { Go } from '@/components/go'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { useTask } from '@/lib/use-task'
import { loadPartnership, type PartnershipState, saveCompared } from '../client'

type Link = Extract<PartnershipState, { kind: 'blocked' }>

/**
 * Nothing is opened: the server's keys are not the pinned ones, the phrase was another, or the link is one that had ended.
 * The way out is open all the same.
 */
export function Blocked({ link }: { link: Link }) {
  switch (link.because) {
    case 'keys':
      return <OtherKeys name={link.name} />
    case 'phrase':
      return <OtherPhrase link={link} />
    case 'ended':
      return <CameBack name={link.name} />
  }
}

/** A restored copy of the server, or somebody's doing. */
function CameBack({ name }: { name: string | null }) {
  const t = useTranslations('partnership.cameBack')
  return (
    <>
      <Title focus>{t('title')}</Title>
      <p>{t('text', { known: name === null ? 'no' : 'yes', name: name ?? '' })}</p>
      <p>{t('doThis')}</p>
      <Foot again={t('retry')} onAgain={() => void loadPartnership()} />
    </>
  )
}

function OtherKeys({ name }: { name: string | null }) {
  const t = useTranslations('partnership.blocked')
  return (
    <>
      <Title focus>{t('title')}</Title>
      <p>{name ? t('text', { name }) : t('textUnknown')}</p>
      <p>{t('doThis')}</p>
      <Foot again={t('retry')} onAgain={() => void loadPartnership()} />
    </>
  )
}

function OtherPhrase({ link }: { link: Link }) {
  const t = useTranslations('partnership.phrase')
  const { task, run } = useTask()
  return (
    <>
      <Title focus>{t('blockedTitle')}</Title>
      <p>{t('blockedText')}</p>
      <p>{t('blockedDo')}</p>
      <Quiet>{t('blockedAgainWhy')}</Quiet>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      <Foot again={t('blockedAgain')} onAgain={() => run(() => saveCompared(link, null))} />
    </>
  )
}

function Foot({ again, onAgain }: { again: string; onAgain: () => void }) {
  const common = useTranslations('common')
  const unlink = useTranslations('partnership.unlink')
  return (
    <Stack gap="small" place="bottom">
      <Button kind="quiet" onClick={onAgain}>
        {again}
      </Button>
      <ButtonLink to="/" kind="quiet">
        {common('home')}
      </ButtonLink>
      <Go to="/partner/now">{unlink('now')}</Go>
    </Stack>
  )
}
