'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { TextArea } from '@/components/field'
import { Form } from '@/components/form'
import { Paper } from '@/components/paper'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { usePartnership } from '@/features/partnership/client'
import { useTask } from '@/lib/use-task'
import { type Flushed, keepThanks, sendThanks } from '../client'
import { PATH } from './doors'
import styles from './thanks-page.module.css'

/** `two`: into the living room. `one`: nobody is linked, so it stays in my drawer. */
type For = { readonly kind: 'two'; readonly name: string } | { readonly kind: 'one' }

/** A thank-you in two touches: the one that led here, and a phrase. Or in one's own words. */
export function ThanksPage() {
  const partnership = usePartnership()
  return (
    <Shell>
      {partnership.kind === 'unknown' && <Waiting />}
      {partnership.kind === 'problem' && <ProblemNotice problem={partnership.problem} />}
      {partnership.kind === 'linked' && <Thanks to={{ kind: 'two', name: partnership.partner.name }} />}
      {/* With keys that do not fit nothing goes out; it can still be kept. */}
      {(partnership.kind === 'alone' || partnership.kind === 'blocked') && <Thanks to={{ kind: 'one' }} />}
    </Shell>
  )
}

function Thanks({ to }: { to: For }) {
  const [entryId, setEntryId] = useState(() => crypto.randomUUID())
  const [sent, setSent] = useState<Flushed | null>(null)
  const { task, run } = useTask()
  const send = (text: string) =>
    // The same id until it is through: pressing twice never says it twice.
    run(async () => setSent(await (to.kind === 'two' ? sendThanks : keepThanks)({ entryId, text })))
  const again = () => {
    setEntryId(crypto.randomUUID())
    setSent(null)
  }
  return (
    <Paper room={to.kind === 'two' ? 'living' : 'drawer'}>
      {sent === null ? (
        <Choosing to={to} send={send} isBusy={task.kind === 'busy'} />
      ) : (
        <Done to={to} sent={sent} again={again} />
      )}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Paper>
  )
}

const PHRASES = ['first', 'second', 'third', 'fourth'] as const

function Choosing({ to, send, isBusy }: { to: For; send: (text: string) => void; isBusy: boolean }) {
  const t = useTranslations('journal.thanks')
  const { kind } = to
  const name = kind === 'two' ? to.name : ''
  return (
    <>
      <Stack gap="small">
        <Title>{t(`title.${kind}`, { name })}</Title>
        <Quiet>{t(`why.${kind}`, { name })}</Quiet>
      </Stack>
      <ul className={styles.phrases}>
        {PHRASES.map((phrase) => (
          <li key={phrase}>
            <button
              type="button"
              className={`${styles.phrase} own-words`}
              aria-disabled={isBusy || undefined}
              onClick={() => send(t(`phrases.${kind}.${phrase}`))}
            >
              {t(`phrases.${kind}.${phrase}`)}
            </button>
          </li>
        ))}
      </ul>
      <Form
        onSubmit={(field) => {
          const text = field('words').trim()
          if (text !== '') send(text)
        }}
      >
        <TextArea label={t('own')} name="words" rows={3} maxLength={2_000} autoComplete="off" />
        <Button type="submit" pending={isBusy}>
          {t(kind === 'two' ? 'send' : 'keep')}
        </Button>
      </Form>
    </>
  )
}

function Done({ to, sent, again }: { to: For; sent: Flushed; again: () => void }) {
  const t = useTranslations('journal.thanks.done')
  const common = useTranslations('common')
  return (
    <>
      <Title focus>{t(sent === 'waiting' ? 'waitingTitle' : to.kind)}</Title>
      <output>{sent === 'waiting' ? t('waiting') : to.kind === 'two' && t('twoWhy', { name: to.name })}</output>
      <div className={styles.pebble}>
        <Stone place="alone" />
      </div>
      <Stack gap="small">
        <ButtonLink to="/">{common('home')}</ButtonLink>
        <Button kind="quiet" onClick={again}>
          {t('again')}
        </Button>
        <ButtonLink to={PATH[to.kind === 'two' ? 'living' : 'drawer']} kind="quiet">
          {t(`look.${to.kind}`)}
        </ButtonLink>
      </Stack>
    </>
  )
}
