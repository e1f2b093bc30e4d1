'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Answers } from '@/components/stack'
import { onReturn } from '@/lib/on-return'
import { live } from '@/lib/socket'
import { useTask } from '@/lib/use-task'
import { type Device, endSession, knowSession, labelThisSession, type News, newSessions } from '../client'
import styles from './new-devices.module.css'

type Told = { readonly kind: 'asks'; readonly news: News } | { readonly kind: 'ended' }

/** "Somebody signed in." Stays, on every page and every device from before, until it is answered. */
export function NewDevices({ open }: { open: boolean }) {
  const t = useTranslations('watch')
  const [told, setTold] = useState<Told | null>(null)
  const { task, run } = useTask()
  const look = useCallback(async () => {
    try {
      const [news] = await newSessions()
      setTold((now) => (news ? { kind: 'asks', news } : now?.kind === 'ended' ? now : null))
    } catch {
      // A notice that could not be fetched comes with the next look.
    }
  }, [])
  useEffect(() => {
    if (open) void labelThisSession().catch(() => {}) // the next page tries again; the list has words without it
    queueMicrotask(() => void look())
    const stopListening = live.on('poke', ({ noun }) => noun === 'session' && void look())
    const stopWatching = onReturn(() => void look())
    return () => {
      stopListening()
      stopWatching()
    }
  }, [look, open])
  if (!told) return null
  if (told.kind === 'ended') {
    return (
      <aside className={styles.notice} aria-label={t('title')}>
        <output>{t('endedText')}</output>
        <Button kind="plain" onClick={() => setTold(null)}>
          {t('close')}
        </Button>
      </aside>
    )
  }
  const { news } = told
  const known = () =>
    run(async () => {
      await knowSession(news.sessionId)
      await look()
    })
  const unknown = () =>
    run(async () => {
      if (news.ended) await knowSession(news.sessionId)
      else await endSession(news.sessionId)
      setTold({ kind: 'ended' })
      await look()
    })
  return (
    <aside className={styles.notice} aria-label={t('title')}>
      <output>
        <Sentence news={news} />
      </output>
      <Answers short>
        <Button kind="quiet" pending={task.kind === 'busy'} onClick={known}>
          {t('yes')}
        </Button>
        <Button kind="quiet" pending={task.kind === 'busy'} onClick={unknown}>
          {t(news.ended ? 'noEnded' : 'no')}
        </Button>
      </Answers>
      {task.kind === 'failed' && <p role="alert">{t('failed')}</p>}
    </aside>
  )
}

function Sentence({ news }: { news: News }) {
  const t = useTranslations('watch')
  const format = useFormatter()
  const when = format.dateTime(news.startedAtMs, {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return t(isKnown(news.device) ? 'signedInOn' : 'signedIn', { when, ...news.device })
}

const isKnown = (device: Device | null) => device !== null && device.browser !== '' && device.system !== ''
