'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Setting } from '@/components/setting'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import type { Problem } from '@/lib/errors'
import type { Answered } from '@/vault/register-content'
import type { RegisterState } from '../store'
import { BothSheets, MySheet } from './both-sheets'
import { SheetForm } from './sheet-form'

interface Props {
  state: Exclude<RegisterState, { kind: 'loading' | 'problem' }>
  other: string | null
  pending: boolean
  problem: Problem | null
  /** True once it is done. */
  onHandIn: (answers: readonly Answered[]) => Promise<boolean>
  onTakeBack: () => Promise<boolean>
}

/** Each fills in alone; once both have, both see both. */
export function RegisterScreen(props: Props) {
  const { state, other, pending, problem, onHandIn } = props
  const t = useTranslations('register')
  const [editing, setEditing] = useState(false)
  const failed = problem && <ProblemNotice problem={problem} />
  if (state.kind === 'empty' || (state.kind === 'committed' && editing)) {
    return (
      <>
        <Title>{t('title')}</Title>
        <p>{t('intro')}</p>
        <Quiet>{t('what')}</Quiet>
        <SheetForm
          from={state.kind === 'empty' ? [] : state.mine}
          pending={pending}
          onHandIn={(answers) => void onHandIn(answers).then((done) => done && setEditing(false))}
        />
        {failed}
      </>
    )
  }
  return (
    <>
      <Title>{t(`${state.kind}.title`)}</Title>
      <p>{t(`${state.kind}.body`)}</p>
      {state.kind === 'open' ? <BothSheets {...state} other={other} /> : <MySheet mine={state.mine} />}
      {state.kind === 'open' && <Quiet>{t('what')}</Quiet>}
      {failed}
      {state.kind === 'committed' && (
        <Button kind="quiet" onClick={() => setEditing(true)}>
          {t('committed.change')}
        </Button>
      )}
      <TakeBack {...props} />
    </>
  )
}

function TakeBack({ state, pending, onTakeBack }: Props) {
  const t = useTranslations(state.kind === 'committed' ? 'register.takeBack' : 'register.again')
  return (
    <Setting folded title={t('title')} about={t('about')}>
      <Stack gap="small">
        <Button kind="quiet" pending={pending} onClick={() => void onTakeBack()}>
          {t('action')}
        </Button>
      </Stack>
    </Setting>
  )
}
