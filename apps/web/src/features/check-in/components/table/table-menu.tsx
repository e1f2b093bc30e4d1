'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { leftMsAt, minutesLeft } from '../../time-left'
import type { Ending, LiveView } from '../../view'
import { EndControl } from '../end-control'
import { useSteadyNow } from '../use-steady-now'
import styles from './table-menu.module.css'

interface Props {
  live: LiveView
  ending: Ending
  onEnd: () => void
  onSlow: () => void
  onAway: () => void
}

/** What is rarely wanted, out of the way at one's own edge. */
export function TableMenu({ live, ending, onEnd, onSlow, onAway }: Props) {
  const t = useTranslations('table.menu')
  const say = useTranslations('check-in.live')
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.menu}>
      <button type="button" className={styles.open} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.dots} aria-hidden="true" />
        <span className="for-readers-only">{t(open ? 'close' : 'open')}</span>
      </button>
      {open && (
        <div className={styles.sheet}>
          <TimeLeft live={live} />
          {!live.slowedNow && !live.aside && (
            <Button
              kind="plain"
              aria-disabled={live.held !== 'no' || undefined}
              onClick={() => {
                onSlow()
                setOpen(false)
              }}
            >
              {say('slow')}
            </Button>
          )}
          <Button kind="plain" onClick={onAway}>
            {t(live.floor.kind === 'closing' ? 'write' : 'otherPhone')}
          </Button>
          <EndControl ending={ending} onEnd={onEnd} kind="plain" />
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t('close')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A number only for whoever asks for it. */
function TimeLeft({ live }: { live: LiveView }) {
  const t = useTranslations('check-in.floor')
  const leftMs = leftMsAt(live, useSteadyNow(1_000))
  if (live.floor.kind !== 'turn') return null
  return <p>{leftMs === null ? t('noLimit') : t('timeLeft', { minutes: minutesLeft(leftMs) })}</p>
}
