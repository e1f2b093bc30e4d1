'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { Go } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import type { Problem } from '@/lib/errors'
import type { AgreementDefect } from '@/vault/agreement'
import type { Alone } from '../client'
import { type AgreementState, type Draft, type Readable, stageOf } from '../store'
import { ChangeAlone } from './change-alone'
import { FirstRules } from './first-rules'
import { RulesForm } from './rules-form'
import { RulesList } from './rules-list'

/** What is on its way, or why it did not get there. Nothing that was chosen is lost by it. */
export type Sending = { readonly kind: 'no' | 'sending' } | { readonly kind: 'failed'; readonly problem: Problem }

interface Props {
  state: Extract<AgreementState, { kind: 'open' }>
  seat: 'a' | 'b'
  other: string | null
  sending: Sending
  onPropose: (draft: Draft) => void
  onSign: (proposal: Readable) => void
  onAlone: (current: Readable, change: Alone) => void
}

/** Rules for today: choose, read, sign, change. */
export function AgreementScreen(props: Props) {
  const { state, seat, sending } = props
  const stage = stageOf(state, seat)
  // Editing belongs to what was seen: when that changes, it is read first.
  const seen = state.proposal?.agreement.hash ?? state.current?.agreement.hash ?? null
  const [editing, setEditing] = useState<string | null>(null)
  const failed = sending.kind === 'failed' ? <ProblemNotice problem={sending.problem} /> : null
  if (stage.kind === 'first') return <First {...props} failed={failed} />
  if (editing === seen) {
    const from = stage.kind === 'toSign' ? stage.theirs : stage.kind === 'proposed' ? stage.mine : stage.current
    return <Editing {...props} from={from} failed={failed} onBack={() => setEditing(null)} />
  }
  const onChange = () => setEditing(seen)
  if (stage.kind === 'proposed') return <Proposed {...props} {...stage} onChange={onChange} />
  if (stage.kind === 'toSign') return <ToSign {...props} {...stage} failed={failed} onChange={onChange} />
  return <InForce {...props} current={stage.current} failed={failed} onChange={onChange} />
}

type Inner = Props & { failed: React.ReactNode }

const known = (name: string | null) => ({ known: name === null ? 'no' : 'yes', name: name ?? '' })

function First({ sending, onPropose, failed }: Inner) {
  const t = useTranslations('agreement')
  const [whole, setWhole] = useState(false)
  const pending = sending.kind === 'sending'
  if (!whole)
    return <FirstRules pending={pending} failed={failed} onPropose={onPropose} onMore={() => setWhole(true)} />
  return (
    <>
      <Title>{t('title')}</Title>
      <p>{t('intro')}</p>
      <RulesForm from={null} pending={pending} onPropose={onPropose} />
      {failed}
    </>
  )
}

function Editing({ from, sending, onPropose, failed, onBack }: Inner & { from: Readable; onBack: () => void }) {
  const t = useTranslations('agreement')
  return (
    <>
      <Title>{t('editing.title')}</Title>
      <p>{t('editing.body')}</p>
      <RulesForm from={from} pending={sending.kind === 'sending'} onPropose={onPropose} />
      {failed}
      <Button kind="plain" onClick={onBack}>
        {t('editing.back')}
      </Button>
    </>
  )
}

interface ProposedProps extends Props {
  mine: Readable
  /** What mine answers, when it answers something. */
  theirs: Readable | null
  onChange: () => void
}

function Proposed({ mine, theirs, other, onChange }: ProposedProps) {
  const t = useTranslations('agreement')
  return (
    <>
      <Title>{t('proposed.title')}</Title>
      <p>{t('proposed.body', known(other))}</p>
      <RulesList
        rules={mine}
        compare={theirs && { with: theirs, theirs: t('countered.mine'), other: t('countered.theirs', known(other)) }}
      />
      <Stack place="bottom">
        <ButtonLink to="/" kind="quiet">
          {t('home')}
        </ButtonLink>
        <Button kind="plain" onClick={onChange}>
          {t('proposed.change')}
        </Button>
      </Stack>
    </>
  )
}

interface ToSignProps extends Inner {
  theirs: Readable
  compare: { with: Readable; as: 'mine' | 'before' } | null
  onChange: () => void
}

function ToSign({ theirs, compare, other, sending, failed, onSign, onChange }: ToSignProps) {
  const t = useTranslations('agreement')
  return (
    <>
      <Title>{t(compare ? 'countered.title' : 'toSign.title', known(other))}</Title>
      <p>{t(compare ? 'countered.body' : 'toSign.body')}</p>
      <RulesList
        rules={theirs}
        compare={
          compare && {
            with: compare.with,
            theirs: t('countered.theirs', known(other)),
            other: t(`countered.${compare.as}`),
          }
        }
      />
      {failed}
      <Stack place="bottom">
        <Button size="large" pending={sending.kind === 'sending'} onClick={() => onSign(theirs)}>
          {t(theirs.agreement.version === 1 ? 'first.fine' : 'toSign.sign')}
        </Button>
        <Button kind="quiet" onClick={onChange}>
          {t('toSign.change')}
        </Button>
        <ButtonLink to="/" kind="quiet">
          {t('toSign.leave')}
        </ButtonLink>
      </Stack>
    </>
  )
}

interface InForceProps extends Inner {
  current: Readable
  onChange: () => void
}

function InForce({ current, sending, failed, onAlone, onChange }: InForceProps) {
  const t = useTranslations('agreement')
  return (
    <>
      <Title>{t(current.agreement.kind === 'amendment' ? 'inForce.titleAmended' : 'inForce.title')}</Title>
      <p>{t('inForce.body')}</p>
      <RulesList rules={current} />
      <ChangeAlone
        key={current.agreement.hash}
        current={current}
        pending={sending.kind === 'sending'}
        onAlone={onAlone}
      />
      {failed}
      <Go to="/agreement/topics">{t('topics')}</Go>
      <Go to="/agreement/history">{t('history.link')}</Go>
      <Stack place="bottom">
        <Next first={current.agreement.version === 1} />
        <Button kind="plain" onClick={onChange}>
          {t('inForce.change')}
        </Button>
      </Stack>
    </>
  )
}

/** After their first rules the two try the pause, before they need it. */
function Next({ first }: { first: boolean }) {
  const t = useTranslations('agreement')
  if (!first) {
    return (
      <ButtonLink to="/check-in" size="large">
        {t('inForce.next')}
      </ButtonLink>
    )
  }
  return (
    <>
      <p>{t('first.tryWhy')}</p>
      <ButtonLink to="/check-in?try" size="large">
        {t('first.try')}
      </ButtonLink>
      <ButtonLink to="/check-in" kind="quiet">
        {t('inForce.next')}
      </ButtonLink>
    </>
  )
}

/** Rules that do not fit their signatures are not shown: only that, what is safe, and what to do. */
export function TamperedAgreement({ why, onRetry }: { why: AgreementDefect; onRetry: () => void }) {
  const t = useTranslations('agreement.tampered')
  return (
    <>
      <Title>{t('title')}</Title>
      <Notice kind="error">
        <p>{t(why)}</p>
      </Notice>
      <p>{t('safe')}</p>
      <p>{t('what')}</p>
      <Stack place="bottom">
        <Button kind="quiet" onClick={onRetry}>
          {t('action')}
        </Button>
      </Stack>
    </>
  )
}
