'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import type { AgreementDefect } from '@/vault/agreement'
import { isToKeep } from '../first-day'
import { rebased } from '../rebase'
import { type Draft, type Readable, type Stage, stageOf } from '../store'
import styles from './agreement-screen.module.css'
import { ChangeAlone } from './change-alone'
import { FirstRules } from './first-rules'
import { InForce } from './in-force'
import { Overtaken, StillWriting } from './overtaken'
import type { Inner, Props } from './part'
import { RulesForm } from './rules-form'
import { RulesList } from './rules-list'

/** What is being written, and on top of what; `from` nothing are the first rules. */
interface Editing {
  readonly seen: string | null
  readonly from: Readable | null
  readonly on: Readable | null
}

/** Rules for today: choose, read, sign, change. */
export function AgreementScreen(props: Props) {
  const { state, seat, sending, onPropose } = props
  const stage = stageOf(state, seat)
  const seen = state.proposal?.agreement.hash ?? state.current?.agreement.hash ?? null
  const [editing, setEditing] = useState<Editing | null>(null)
  const failed = sending.kind === 'failed' ? <ProblemNotice problem={sending.problem} /> : null
  const edit = (from: Readable | null) => setEditing({ seen, from, on: state.current })
  const stop = () => setEditing(null)
  const isFirst = stage.kind === 'first'
  // Editing belongs to what was seen: when that changes, it is read first, and the text waits.
  const waits = editing !== null && editing.seen !== seen
  // What I have sent is no longer being written.
  if (waits && stage.kind === 'proposed') stop()
  const form = {
    ...props,
    failed,
    onPropose: (draft: Draft) => onPropose(rebased(draft, editing?.on ?? null, state.current)),
    onBack: stop,
  }
  return (
    <>
      {(isFirst || editing) && (
        <div className={styles.writing} hidden={waits}>
          {editing?.from ? (
            <EditRules {...form} from={editing.from} />
          ) : (
            <First {...form} answers={!isFirst} onWriting={() => editing ?? edit(null)} />
          )}
        </div>
      )}
      {waits && (
        <StillWriting
          as={editing.from || state.current ? 'change' : 'answer'}
          other={known(props.other)}
          onGoOn={() => setEditing({ ...editing, seen })}
          onLetGo={stop}
        />
      )}
      {stage.kind !== 'first' && (!editing || waits) && <Read {...props} stage={stage} failed={failed} onEdit={edit} />}
    </>
  )
}

interface ReadProps extends Inner {
  stage: Exclude<Stage, { kind: 'first' }>
  onEdit: (from: Readable) => void
}

function Read({ stage, onEdit, ...props }: ReadProps) {
  const { state, onLetGo } = props
  const overtaken = state.overtaken && (
    <Overtaken onAgain={() => state.overtaken && onEdit(state.overtaken)} onLetGo={onLetGo} />
  )
  switch (stage.kind) {
    case 'proposed':
      return <Proposed {...props} {...stage} onChange={() => onEdit(stage.mine)} />
    case 'toSign':
      return (
        <>
          {overtaken}
          <ToSign {...props} {...stage} onChange={() => onEdit(stage.theirs)} />
        </>
      )
    case 'inForce':
      return (
        <>
          {overtaken}
          <InForce {...props} current={stage.current} onChange={() => onEdit(stage.current)} />
        </>
      )
  }
}

const known = (name: string | null) => ({ known: name === null ? 'no' : 'yes', name: name ?? '' })

interface FirstProps extends Inner {
  answers: boolean
  onWriting: () => void
  onBack: () => void
}

function First({ sending, onPropose, failed, answers, onWriting, onBack }: FirstProps) {
  const t = useTranslations('agreement')
  const [word, setWord] = useState<string | null>(null)
  const form = {
    pending: sending.kind === 'sending',
    onPropose: (draft: Draft) => {
      onWriting()
      onPropose(draft)
    },
  }
  const openWhole = (chosen: string) => {
    onWriting()
    setWord(chosen)
  }
  return (
    <>
      {word === null ? (
        <FirstRules {...form} {...{ failed, answers, onWriting }} onMore={openWhole} />
      ) : (
        <>
          <Title>{t(answers ? 'editing.title' : 'title')}</Title>
          <p>{t(answers ? 'editing.body' : 'intro')}</p>
          <RulesForm {...form} from={null} word={word} />
          {failed}
        </>
      )}
      {answers && (
        <Button kind="plain" onClick={onBack}>
          {t('editing.back')}
        </Button>
      )}
    </>
  )
}

function EditRules({ from, sending, onPropose, failed, onBack }: Inner & { from: Readable; onBack: () => void }) {
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

interface ProposedProps extends Inner {
  mine: Readable
  /** What mine answers, when it answers something. */
  theirs: Readable | null
  onChange: () => void
}

function Proposed({ mine, theirs, onChange, ...props }: ProposedProps) {
  const { other, failed } = props
  const t = useTranslations('agreement')
  return (
    <>
      <Title>{t('proposed.title')}</Title>
      <p>{t('proposed.body', known(other))}</p>
      <RulesList
        rules={mine}
        compare={theirs && { with: theirs, theirs: t('countered.mine'), other: t('countered.theirs', known(other)) }}
      />
      <AloneMeanwhile {...props} />
      {failed}
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

function ToSign({ theirs, compare, onChange, ...props }: ToSignProps) {
  const { state, other, sending, failed, onSign } = props
  const t = useTranslations('agreement')
  const words = isToKeep(theirs, state.current) ? 'keep' : compare ? 'countered' : 'toSign'
  return (
    <>
      <Title>{t(`${words}.title`, known(other))}</Title>
      <p>{t(`${words}.body`)}</p>
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
      <AloneMeanwhile {...props} />
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

/** An open suggestion keeps nobody from what needs one signature. */
function AloneMeanwhile({ state: { current }, sending, onAlone }: Props) {
  if (!current) return null
  const { hash } = current.agreement
  return <ChangeAlone key={hash} current={current} pending={sending.kind === 'sending'} onAlone={onAlone} />
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
