'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { PasswordField } from '@/components/field'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Setting } from '@/components/setting'
import { Answers } from '@/components/stack'
import { Waiting } from '@/components/waiting'
import { passkeysHere } from '@/lib/passkey'
import { useBrowserFact } from '@/lib/store'
import { useTask } from '@/lib/use-task'
import { useAccount } from '../client'
import { addPasskey, listPasskeys, type Passkeys, removePasskey } from '../passkeys'
import type { Account } from '../store'
import styles from './sessions-setting.module.css'

/** Signing in by one touch: what there is, one more, one less. */
export function PasskeySetting() {
  const t = useTranslations('account.passkey')
  const account = useAccount()
  const here = useBrowserFact<ReturnType<typeof passkeysHere> | null>(passkeysHere, null)
  if (account.kind !== 'signed-in' || here === null) return null
  return (
    <Setting title={t('title')} about={t('about')}>
      {here === 'possible' ? <Own account={account.account} /> : <p>{t(here)}</p>}
    </Setting>
  )
}

/** What the password is asked for. */
type Asking = { readonly kind: 'add' } | { readonly kind: 'remove'; readonly credentialId: string }
type Done = 'added' | 'removed' | 'turnedAway'

function Own({ account }: { account: Account }) {
  const t = useTranslations('account.passkey')
  const common = useTranslations('common')
  const [passkeys, setPasskeys] = useState<Passkeys['passkeys'] | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const { task, run } = useTask()
  const load = useCallback(() => run(async () => setPasskeys((await listPasskeys()).passkeys)), [run])
  useEffect(() => {
    void load()
  }, [load])
  const ask = (what: Asking) => {
    setDone(null)
    setAsking(what)
  }
  const goOn = (what: Asking, password: string) =>
    run(async () => {
      setDone(await change(account, what, password))
      setAsking(null)
      setPasskeys((await listPasskeys()).passkeys)
    })
  return (
    <>
      {!passkeys && task.kind !== 'failed' && <Waiting />}
      {passkeys && <List passkeys={passkeys} onRemove={(credentialId) => ask({ kind: 'remove', credentialId })} />}
      {asking && (
        <Form key={asking.kind} onSubmit={(fields) => void goOn(asking, fields('password'))}>
          <PasswordField name="password" label={t('password')} autoComplete="current-password" />
          <Answers short>
            <Button type="submit" kind="quiet" pending={task.kind === 'busy'}>
              {t(asking.kind === 'add' ? 'goOn' : 'confirmRemove')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(null)}>
              {common('back')}
            </Button>
          </Answers>
        </Form>
      )}
      {!asking && passkeys && (
        <Button kind="quiet" onClick={() => ask({ kind: 'add' })}>
          {t('add')}
        </Button>
      )}
      {done && <Notice>{t(done)}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} {...(!passkeys && { retry: load })} />}
    </>
  )
}

async function change(account: Account, what: Asking, password: string): Promise<Done> {
  if (what.kind === 'add') return (await addPasskey(account, password)) ? 'added' : 'turnedAway'
  await removePasskey(account, what.credentialId, password)
  return 'removed'
}

function List({ passkeys, onRemove }: Pick<Passkeys, 'passkeys'> & { onRemove: (credentialId: string) => void }) {
  const t = useTranslations('account.passkey')
  const format = useFormatter()
  if (passkeys.length === 0) return <p>{t('none')}</p>
  return (
    <ul className={styles.list}>
      {passkeys.map(({ credentialId, createdAtMs }) => {
        const when = format.dateTime(createdAtMs, { day: 'numeric', month: 'long', year: 'numeric' })
        return (
          <li key={credentialId} className={styles.row}>
            <span>{t('made', { when })}</span>
            <Button kind="plain" onClick={() => onRemove(credentialId)} aria-label={t('removeNamed', { when })}>
              {t('remove')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
