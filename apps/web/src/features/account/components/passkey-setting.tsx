'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { PasswordField, TextField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Setting } from '@/components/setting'
import { Answers } from '@/components/stack'
import { Waiting } from '@/components/waiting'
import { passkeysHere } from '@/lib/passkey'
import { useBrowserFact } from '@/lib/store'
import { deviceOf } from '@/lib/this-device'
import { useTask } from '@/lib/use-task'
import { useAccount } from '../client'
import { type Added, addPasskey, listPasskeys, type Passkey, type Passkeys, removePasskey } from '../passkeys'
import styles from './sessions-setting.module.css'

const NAME_MAX_CHARS = 40

/** Signing in by one touch: what there is, one more, one less. */
export function PasskeySetting() {
  const t = useTranslations('account.passkey')
  const account = useAccount()
  const here = useBrowserFact<ReturnType<typeof passkeysHere> | null>(passkeysHere, null)
  if (account.kind !== 'signed-in' || here === null) return null
  return (
    <Setting title={t('title')} about={t('about')}>
      {here === 'possible' ? (
        <Own opensHere={account.vault.kind === 'open' || account.vault.hasAccountKey} />
      ) : (
        <p>{t(here)}</p>
      )}
    </Setting>
  )
}

/** What the password is asked for. */
type Asking = { readonly kind: 'add' } | { readonly kind: 'remove'; readonly credentialId: string }
type Done = Added | 'removed'

/** `opensHere`: the pages are open, or the password opens them on the way. */
function Own({ opensHere }: { opensHere: boolean }) {
  const t = useTranslations('account.passkey')
  const common = useTranslations('common')
  const [own, setOwn] = useState<Passkeys | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const { task, run } = useTask()
  const load = useCallback(() => run(async () => setOwn(await listPasskeys())), [run])
  useEffect(() => {
    void load()
  }, [load])
  const ask = (what: Asking) => {
    setDone(null)
    setAsking(what)
  }
  const goOn = (what: Asking, fields: Fields) =>
    run(async () => {
      setDone(await change(what, fields))
      setAsking(null)
      setOwn(await listPasskeys())
    })
  return (
    <>
      {!own && task.kind !== 'failed' && <Waiting />}
      {own && <List passkeys={own.passkeys} onRemove={(credentialId) => ask({ kind: 'remove', credentialId })} />}
      {own?.others && <Notice>{t('others')}</Notice>}
      {asking && (
        <Form key={asking.kind} onSubmit={(fields) => void goOn(asking, fields)}>
          {asking.kind === 'add' && opensHere && (
            <TextField
              name="name"
              label={t('name')}
              hint={t('nameHint')}
              defaultValue={deviceOf(navigator.userAgent).system || t('unnamed')}
              maxLength={NAME_MAX_CHARS}
              autoComplete="off"
            />
          )}
          {!opensHere && <Quiet>{t(asking.kind === 'add' ? 'closedAdd' : 'closedRemove')}</Quiet>}
          <PasswordField name="password" label={t('password')} autoComplete="current-password" />
          <Answers short>
            <Button type="submit" kind="quiet" pending={task.kind === 'busy'}>
              {t(asking.kind === 'add' ? 'goOn' : 'confirmRemove')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(null)}>
              {common('back')}
            </Button>
          </Answers>
          {asking.kind === 'add' && <Quiet>{t('twice')}</Quiet>}
        </Form>
      )}
      {!asking && own && (
        <Button kind="quiet" onClick={() => ask({ kind: 'add' })}>
          {t('add')}
        </Button>
      )}
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} {...(!own && { retry: load })} />}
    </>
  )
}

async function change(what: Asking, fields: Fields): Promise<Done> {
  const password = fields('password')
  if (what.kind === 'add') return addPasskey({ name: fields('name').trim(), password })
  await removePasskey(what.credentialId, password)
  return 'removed'
}

function List({ passkeys, onRemove }: Pick<Passkeys, 'passkeys'> & { onRemove: (credentialId: string) => void }) {
  const t = useTranslations('account.passkey')
  if (passkeys.length === 0) return <p>{t('none')}</p>
  return (
    <ul className={styles.list}>
      {passkeys.map((passkey) => (
        <Row key={passkey.credentialId} passkey={passkey} remove={() => onRemove(passkey.credentialId)} />
      ))}
    </ul>
  )
}

function Row({ passkey: { createdAtMs, name, opens }, remove }: { passkey: Passkey; remove: () => void }) {
  const t = useTranslations('account.passkey')
  const format = useFormatter()
  const when = format.dateTime(createdAtMs, { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <li className={styles.row}>
      <span>
        {name || t('unnamed')}
        {opens !== null && <Quiet>{t(opens ? 'opens' : 'signsIn')}</Quiet>}
        <Quiet>{t('made', { when })}</Quiet>
      </span>
      <Button kind="plain" onClick={remove} aria-label={t('removeNamed', { name: name || t('unnamed'), when })}>
        {t('remove')}
      </Button>
    </li>
  )
}
