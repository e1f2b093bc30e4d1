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

/**
 * "Somebody signed in." Stays, on every page and every device from before, until it is answered: a line at the top that
 * takes no room from the page, and unfolds over it.
 */
export function NewDevices({ open }: { open: boolean }) {
  const t = useTranslations('watch')
  const [told, setTold] = useState<Told | null>(null)
  const [unfolded, setUnfolded] = useState(false)
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
  const news = told.kind === 'asks' ? told.news : null
  const answer = (doing: (news: News) => Promise<void>, then: Told | null) =>
    run(async () => {
      if (news) await doing(news)
      setTold(then)
      await look()
    })
  const close = () => {
    setTold(null)
    setUnfolded(false)
  }
  return (
    <aside className={styles.notice} aria-label={t('title')}>
      <button type="button" className={styles.line} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        {t('title')}
      </button>
      {!unfolded && <output className="for-readers-only">{t('title')}</output>}
      {unfolded && (
        <div className={styles.panel}>
          <output>{news ? <Sentence news={news} /> : t('endedText')}</output>
          {news ? (
            <Answers short>
              <Button kind="quiet" pending={task.kind === 'busy'} onClick={() => answer(isMine, null)}>
                {t('yes')}
              </Button>
              <Button kind="quiet" pending={task.kind === 'busy'} onClick={() => answer(isNotMine, { kind: 'ended' })}>
                {t(news.ended ? 'noEnded' : 'no')}
              </Button>
            </Answers>
          ) : (
            <Button kind="plain" onClick={close}>
              {t('close')}
            </Button>
          )}
          {task.kind === 'failed' && <p role="alert">{t('failed')}</p>}
        </div>
      )}
    </aside>
  )
}

const isMine = ({ sessionId }: News) => knowSession(sessionId)
const isNotMine = ({ sessionId, ended }: News) => (ended ? knowSession(sessionId) : endSession(sessionId))

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
