'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Go } from '@/components/go'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Setting } from '@/components/setting'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { usePartnership } from '@/features/partnership/client'
import { type History, loadHistory } from '../client'
import type { Readable } from '../store'
import { TamperedAgreement } from './agreement-screen'
import { RulesList } from './rules-list'

interface Link {
  readonly seat: 'a' | 'b'
  readonly name: string | null
}

/** Every version that was in force, newest first, each with what it changed. Of an ended link when it is named. */
export function HistoryPage() {
  const t = useTranslations('agreement.history')
  const past = useSearchParams().get('of') ?? undefined
  const link = useLink(past)
  const [history, setHistory] = useState<History>({ kind: 'opening' })
  const seat = link?.seat
  const load = useCallback(() => {
    if (seat) void loadHistory(seat, past).then(setHistory)
  }, [seat, past])
  useEffect(load, [load])
  return (
    <Shell foot={<Go to={past ? `/archive?of=${past}` : '/agreement'}>{t('back')}</Go>}>
      {history.kind === 'opening' && <Waiting />}
      {history.kind === 'problem' && <ProblemNotice problem={history.problem} retry={load} />}
      {history.kind === 'tampered' && <TamperedAgreement why={history.why} onRetry={load} />}
      {history.kind === 'open' && link && <Versions versions={history.versions} link={link} />}
    </Shell>
  )
}

function useLink(past: string | undefined): Link | null {
  const partnership = usePartnership()
  if (partnership.kind !== 'linked' && partnership.kind !== 'alone') return null
  if (past !== undefined) {
    const ended = partnership.past.find(({ partnershipId }) => partnershipId === past)
    return ended ? { seat: ended.seat, name: ended.partner?.name ?? null } : null
  }
  return partnership.kind === 'linked' ? { seat: partnership.seat, name: partnership.partner.name } : null
}

function Versions({ versions, link }: { versions: readonly Readable[]; link: Link }) {
  const t = useTranslations('agreement.history')
  const newestFirst = versions.map((version, place) => ({ version, before: versions[place - 1] })).toReversed()
  return (
    <>
      <Stack gap="small">
        <Title>{t('title')}</Title>
        <Quiet>{t(versions.length === 0 ? 'empty' : 'about')}</Quiet>
      </Stack>
      <div>
        {newestFirst.map(({ version, before }) => (
          <Version key={version.agreement.hash} version={version} before={before ?? null} link={link} />
        ))}
      </div>
    </>
  )
}

function Version({ version, before, link }: { version: Readable; before: Readable | null; link: Link }) {
  const t = useTranslations('agreement')
  const locale = useLocale()
  const { kind, proposedBy, signedAtMs, version: number } = version.agreement
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(
    signedAtMs ?? 0,
  )
  const by = kind === 'agreement' ? 'both' : proposedBy === link.seat ? 'me' : link.name === null ? 'one' : 'them'
  return (
    <Setting
      folded
      title={t('history.version', { number, day })}
      about={t('history.by', { by, name: link.name ?? '' })}
    >
      <RulesList
        rules={version}
        compare={before && { with: before, theirs: t('history.then'), other: t('countered.before') }}
      />
    </Setting>
  )
}
