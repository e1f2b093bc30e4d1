'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { PasswordField, TextField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Answers } from '@/components/stack'
import { Title } from '@/components/title'
import { passkeysHere } from '@/lib/passkey'
import { useBrowserFact } from '@/lib/store'
import { useTask } from '@/lib/use-task'
import { type AccountState, remembersPassword, unlock, unlockWithPassword } from '../client'
import { OpenByTouch } from './open-by-touch'

interface Props {
  state: Extract<AccountState, { kind: 'signed-in' }>
  /** *Later*: an answer as good as the other. */
  later: () => void
}

/** Signed in, and the pages still closed: opens them, or leaves it for later. */
export function Unlock({ state, later }: Props) {
  const behind = state.account.keysBehind !== null
  const hasAccountKey = state.vault.kind === 'locked' && state.vault.hasAccountKey
  const [paper, setPaper] = useState(behind || !hasAccountKey)
  const here = useBrowserFact(passkeysHere, 'browser')
  const byTouch = state.vault.kind === 'locked' && state.vault.byPasskey && here === 'possible'
  if (!paper) return <WithPassword behind={behind} byTouch={byTouch} later={later} usePaper={() => setPaper(true)} />
  return (
    <WithPaper
      behind={behind}
      byTouch={byTouch}
      later={later}
      usePassword={behind && hasAccountKey ? () => setPaper(false) : undefined}
    />
  )
}

/** `behind`: a mail has set the password, and the keys are sealed for the one before. */
interface FormProps extends Pick<Props, 'later'> {
  behind: boolean
  /** A passkey may open them: offered above the rest. */
  byTouch: boolean
}

function WithPassword({ behind, byTouch, later, usePaper }: FormProps & { usePaper: () => void }) {
  const t = useTranslations('account.unlock')
  return (
    <UnlockForm
      behind={behind}
      byTouch={byTouch}
      later={later}
      asks="password"
      why={t(behind ? 'whyBehind' : 'whyPassword')}
      open={(fields) => unlockWithPassword(fields('password'))}
    >
      <PasswordField
        name="password"
        label={t(behind ? 'passwordBefore' : 'password')}
        autoComplete={behind ? 'off' : 'current-password'}
      />
      <Button kind="plain" onClick={usePaper}>
        {t('usePaper')}
      </Button>
    </UnlockForm>
  )
}

function WithPaper({ behind, byTouch, later, usePassword }: FormProps & { usePassword: (() => void) | undefined }) {
  const t = useTranslations('account.unlock')
  const [remembered, setRemembered] = useState(true)
  useEffect(() => {
    void remembersPassword().then((is) => setRemembered(is && !behind))
  }, [behind])
  return (
    <UnlockForm
      behind={behind}
      byTouch={byTouch}
      later={later}
      asks="sheet"
      why={t(behind ? 'whyBehind' : byTouch ? 'whyTouch' : 'why')}
      open={(fields) => unlock({ text: fields('text'), password: fields('password') })}
    >
      <TextField
        name="text"
        label={t('text')}
        hint={t('textHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      {!remembered && (
        <PasswordField
          name="password"
          label={t(behind ? 'passwordBefore' : 'password')}
          hint={t(behind ? 'passwordBeforeHint' : 'passwordHint')}
          autoComplete={behind ? 'off' : 'current-password'}
        />
      )}
      {usePassword && (
        <Button kind="plain" onClick={usePassword}>
          {t('passwordBefore')}
        </Button>
      )}
    </UnlockForm>
  )
}

interface UnlockFormProps extends FormProps {
  /** What is asked for, where nobody uses a passkey. */
  asks: 'password' | 'sheet'
  why: string
  open: (fields: Fields) => Promise<void>
  children: ReactNode
}

function UnlockForm({ behind, byTouch, asks, why, later, open, children }: UnlockFormProps) {
  const t = useTranslations('account.unlock')
  const { task, run } = useTask()
  return (
    <Form onSubmit={(fields) => run(() => open(fields))}>
      <Title>{t(behind ? 'titleBehind' : 'title')}</Title>
      <p>{why}</p>
      {byTouch && <OpenByTouch orElse={asks === 'password' ? 'or' : 'orSheet'} />}
      {children}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      <Answers short>
        <Button type="submit" kind="quiet" pending={task.kind === 'busy'}>
          {t('submit')}
        </Button>
        <Button kind="quiet" onClick={later}>
          {t('later')}
        </Button>
      </Answers>
      <Quiet>{t('laterWhy')}</Quiet>
      <ButtonLink to="/check-in" kind="quiet" size="large">
        {t('pause')}
      </ButtonLink>
    </Form>
  )
}
