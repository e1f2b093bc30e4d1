'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { useTask } from '@/lib/use-task'
import { loadPartnership, type PartnershipState, saveCompared } from '../client'

type Link = Extract<PartnershipState, { kind: 'blocked' }>

/** Nothing goes on until two people have spoken: the server's keys are not the pinned ones, or the phrase was another. */
export function Blocked({ link }: { link: Link }) {
  return link.because === 'keys' ? <OtherKeys name={link.name} /> : <OtherPhrase link={link} />
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
  return (
    <Stack gap="small" place="bottom">
      <Button kind="quiet" onClick={onAgain}>
        {again}
      </Button>
      <ButtonLink to="/" kind="quiet">
        {common('home')}
      </ButtonLink>
    </Stack>
  )
}
