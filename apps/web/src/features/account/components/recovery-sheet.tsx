'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { PasswordField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { Go, useGo } from '@/components/go'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Shell } from '@/components/shell'
import { Answers } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { useTask } from '@/lib/use-task'
import type { Sheet } from '@/vault/account'
import { sheetAgain, sheetSaved, unsavedSheet, useAccount } from '../client'
import { mayOfferPasskey } from '../passkeys'
import styles from './recovery-sheet.module.css'

/** Right after sign-up it is shown as it is; later it asks for the password. */
export function RecoverySheet() {
  const state = useAccount()
  if (state.kind !== 'signed-in' || state.vault.kind !== 'open') return null
  return state.vault.sheet === 'unsaved' ? <Unsaved /> : <Again />
}

function Unsaved() {
  const t = useTranslations('account.sheet')
  const { replace } = useGo()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const { task, run } = useTask()
  useEffect(() => {
    void run(async () => setSheet(await unsavedSheet()))
  }, [run])
  const saved = () =>
    run(async () => {
      await sheetSaved()
      replace((await mayOfferPasskey()) ? '/one-touch' : '/')
    })
  return (
    <Shell>
      <div className={styles.words}>
        <Title>{t('title')}</Title>
        <p>{t('lead')}</p>
      </div>
      {sheet ? <Paper sheet={sheet} /> : <Waiting />}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      <div className={styles.words}>
        <p>{t('where')}</p>
        <Button kind="plain" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Answers>
          <Button onClick={saved} pending={task.kind === 'busy'}>
            {t('saved')}
          </Button>
          <Button kind="quiet" onClick={() => replace('/')}>
            {t('notYet')}
          </Button>
        </Answers>
        <Quiet>{t('until')}</Quiet>
      </div>
    </Shell>
  )
}

function Again() {
  const t = useTranslations('account.sheet')
  const common = useTranslations('common')
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const { task, run } = useTask()
  const show = (fields: Fields) =>
    run(async () => {
      setSheet(await sheetAgain(fields('password')))
    })
  return (
    <Shell foot={<Go to="/settings">{common('back')}</Go>}>
      <div className={styles.words}>
        <Title>{t('title')}</Title>
      </div>
      {sheet ? (
        <>
          <Paper sheet={sheet} />
          <div className={styles.words}>
            {!sheet.accountKey && <p>{t('noKey')}</p>}
            {!sheet.recoveryCode && (
              <>
                <Quiet>{t('gone')}</Quiet>
                <Go to="/new-sheet">{t('makeNew')}</Go>
              </>
            )}
            <Button kind="quiet" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        </>
      ) : (
        <Form onSubmit={show}>
          <PasswordField name="password" label={t('askPassword')} autoComplete="current-password" />
          <Button type="submit" pending={task.kind === 'busy'}>
            {t('show')}
          </Button>
        </Form>
      )}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Shell>
  )
}

/**
 * What goes on paper: plain, without a name, so that whoever finds it learns little. What its owner needs to know it by
 * years later, they write on it themselves.
 */
function Paper({ sheet }: { sheet: Sheet }) {
  const t = useTranslations('account.sheet')
  return (
    <section className={styles.paper} aria-label={t('title')}>
      <p className={styles.paperTitle}>{t('paperTitle')}</p>
      {sheet.accountKey && <Secret label={t('accountKey')} use={t('accountKeyUse')} text={sheet.accountKey} />}
      {sheet.recoveryCode && <Secret label={t('recoveryCode')} use={t('recoveryCodeUse')} text={sheet.recoveryCode} />}
      <div className={styles.below}>
        <p>{t('paperLost')}</p>
        <p>{t('paperHint')}</p>
        <div className={styles.ruled} />
      </div>
    </section>
  )
}

function Secret({ label, use, text }: { label: string; use: string; text: string }) {
  return (
    <div className={styles.secret}>
      <h2>{label}</h2>
      <p className={styles.groups} translate="no">
        {text.split('-').map((group, index) => (
          // Groups may repeat; their place is what they are.
          // biome-ignore lint/suspicious/noArrayIndexKey: the order never changes
          <span key={index}>{group}</span>
        ))}
      </p>
      <p className={styles.use}>{use}</p>
    </div>
  )
}
