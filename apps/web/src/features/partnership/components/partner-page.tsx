'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { ButtonLink } from '@/components/button'
import { Go } from '@/components/go'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Section } from '@/components/section'
import { Setting } from '@/components/setting'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { useAbouts } from '@/features/about/client'
import { loadPartnership, type PartnershipState, type Past, toldOfEnd, usePartnership } from '../client'
import { Blocked } from './blocked'
import { SafetyPhrase } from './safety-phrase'
import { StepBackSetting } from './step-back-setting'
import { UnlinkSetting } from './unlink-setting'

type Of<Kind extends PartnershipState['kind']> = Extract<PartnershipState, { kind: Kind }>

/** Everything about the two that is not a check-in: who it is, how it is known, what was agreed, and the way out. */
export function PartnerPage() {
  const partnership = usePartnership()
  useAbouts(partnership)
  const t = useTranslations('partnership.partner')
  const common = useTranslations('common')
  return (
    <Shell
      foot={
        <>
          <Go to="/">{common('home')}</Go>
          <Go to="/settings">{t('settings')}</Go>
        </>
      }
    >
      {(partnership.kind === 'unknown' || partnership.kind === 'locked') && <Waiting />}
      {partnership.kind === 'problem' && (
        <ProblemNotice problem={partnership.problem} retry={() => void loadPartnership()} />
      )}
      {partnership.kind === 'blocked' && <Blocked link={partnership} />}
      {partnership.kind === 'alone' && <Alone link={partnership} />}
      {partnership.kind === 'linked' && <Together link={partnership} />}
    </Shell>
  )
}

function Together({ link }: { link: Of<'linked'> }) {
  const t = useTranslations('partnership.partner')
  const day = useDay()
  return (
    <>
      <Stack gap="small">
        <Title>{link.partner.name}</Title>
        {link.partner.words && (
          <p className="own-words">
            <span className="for-readers-only">{t('words')} </span>
            {link.partner.words}
          </p>
        )}
        <Quiet>{t('since', { day: day(link.linkedAtMs) })}</Quiet>
      </Stack>
      <SafetyPhrase link={link} />
      <div>
        <Setting title={t('agreement')} about={t('agreementAbout')}>
          <ButtonLink to="/agreement" kind="quiet">
            {t('agreementAction')}
          </ButtonLink>
        </Setting>
        <StepBackSetting />
        <UnlinkSetting />
      </div>
      <PastLinks past={link.past} />
    </>
  )
}

function Alone({ link: { past, waitingFor } }: { link: Of<'alone'> }) {
  const t = useTranslations('partnership')
  useEffect(() => void toldOfEnd(), [])
  return (
    <>
      <Stack gap="small">
        <Title>{past.length > 0 ? t('unlinked.title') : t('partner.alone')}</Title>
        <p>{past.length > 0 ? t('unlinked.text') : t('partner.aloneAbout')}</p>
      </Stack>
      <PastLinks past={past} />
      {!waitingFor && (
        <Stack place="bottom">
          <ButtonLink to="/link" kind="quiet">
            {t('partner.invite')}
          </ButtonLink>
        </Stack>
      )}
    </>
  )
}

function PastLinks({ past }: { past: readonly Past[] }) {
  const t = useTranslations('partnership.partner')
  const day = useDay()
  if (past.length === 0) return null
  return (
    <Section title={t('past')}>
      {past.map(({ partnershipId, partner, linkedAtMs, endedAtMs }) => (
        <Setting
          key={partnershipId}
          title={partner?.name ?? t('pastUnknown')}
          about={t('pastDates', { from: day(linkedAtMs), to: day(endedAtMs) })}
        >
          <ButtonLink to={`/archive?of=${partnershipId}`} kind="quiet">
            {t('pastRead')}
          </ButtonLink>
        </Setting>
      ))}
    </Section>
  )
}

function useDay(): (ms: number) => string {
  const locale = useLocale()
  return (ms) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(ms)
}
