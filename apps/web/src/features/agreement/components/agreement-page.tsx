'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { loadPartnership, usePartnership } from '@/features/partnership/client'
import { problemOf } from '@/lib/errors'
import { changeAlone, letGoOfOvertaken, loadAgreement, onAgreementChange, propose, signProposal } from '../client'
import { type AgreementState, OPENING } from '../store'
import { AgreementScreen, TamperedAgreement } from './agreement-screen'
import type { Sending } from './part'

const NOT_SENDING: Sending = { kind: 'no' }

export function AgreementPage() {
  const partnership = usePartnership()
  return (
    <Shell>
      {partnership.kind === 'unknown' && <Waiting />}
      {partnership.kind === 'problem' && (
        <ProblemNotice problem={partnership.problem} retry={() => void loadPartnership()} />
      )}
      {(partnership.kind === 'alone' || partnership.kind === 'locked') && <NotLinked />}
      {partnership.kind === 'blocked' && <TamperedAgreement why="signature" onRetry={() => void loadPartnership()} />}
      {partnership.kind === 'linked' && <Agreement seat={partnership.seat} other={partnership.partner.name} />}
    </Shell>
  )
}

function NotLinked() {
  const t = useTranslations('agreement.notLinked')
  return (
    <>
      <Title>{t('title')}</Title>
      <p>{t('body')}</p>
      <Stack place="bottom">
        <ButtonLink to="/link">{t('action')}</ButtonLink>
      </Stack>
    </>
  )
}

function Agreement({ seat, other }: { seat: 'a' | 'b'; other: string }) {
  const t = useTranslations('agreement.errors')
  const [state, setState] = useState<AgreementState>(OPENING)
  const [sending, setSending] = useState<Sending>(NOT_SENDING)
  const [passedEachOther, setPassedEachOther] = useState(false)
  const load = useCallback(
    () =>
      loadAgreement(seat).then((loaded) =>
        // What is read stays on the screen while there is no connection.
        setState((before) => (loaded.kind === 'problem' && before.kind === 'open' ? before : loaded)),
      ),
    [seat],
  )
  useEffect(() => {
    void load()
    return onAgreementChange(() => void load())
  }, [load])

  /** Sends, then reads again: what is shown afterwards is what both have. */
  const send = async (work: () => Promise<void>) => {
    setSending({ kind: 'sending' })
    setPassedEachOther(false)
    try {
      await work()
      setSending(NOT_SENDING)
      await load()
    } catch (thrown) {
      const problem = problemOf(thrown)
      const changed = problem.code === 'agreement_changed' || problem.code === 'already_signed'
      setSending(changed ? NOT_SENDING : { kind: 'failed', problem })
      setPassedEachOther(problem.code === 'agreement_changed')
      if (changed) await load()
    }
  }

  if (state.kind === 'opening') return <Waiting />
  if (state.kind === 'problem') return <ProblemNotice problem={state.problem} retry={() => void load()} />
  if (state.kind === 'tampered') return <TamperedAgreement why={state.why} onRetry={() => void load()} />
  return (
    <>
      {passedEachOther && (
        <Notice>
          <p>{t('changedMeanwhile')}</p>
        </Notice>
      )}
      <AgreementScreen
        state={state}
        seat={seat}
        other={other}
        sending={sending}
        onPropose={(draft) => void send(() => propose(state, draft))}
        onSign={(proposal) => void send(() => signProposal(proposal))}
        onAlone={(current, change) => void send(() => changeAlone(current, change))}
        onLetGo={() => void letGoOfOvertaken().then(load)}
      />
    </>
  )
}
