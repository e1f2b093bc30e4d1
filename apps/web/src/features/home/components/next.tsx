'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Go, type Path } from '@/components/go'
import { Stone } from '@/components/stone'
import type { NextCheckIn } from '@/features/check-in/client'
import { stepBack } from '@/features/partnership/client'
import { timeWords } from '@/lib/time-words'
import styles from './next.module.css'
import type { Next as NextState } from './use-next'

/** The one line of time and the stone under it. Where something can be done next, both are the door to it. */
export function Next({ next }: { next: NextState }) {
  const door = doorOf(next)
  const inside = (
    <>
      <h1 className={styles.line}>
        <Line next={next} />
      </h1>
      <span className={styles.stone}>
        <Stone place={placeOf(next)} />
      </span>
    </>
  )
  if (door) {
    return (
      <Go to={door} className={styles.next}>
        {inside}
      </Go>
    )
  }
  return (
    <div className={styles.next}>
      {inside}
      {next.kind === 'alone' && next.waitingFor === null && <Invite />}
      {next.kind === 'steppedBack' && <ComeBack />}
    </div>
  )
}

function doorOf(next: NextState): Path | null {
  switch (next.kind) {
    case 'checkIn':
      return '/check-in'
    case 'rules':
      return '/agreement'
    case 'locked':
      return '/unlock'
    case 'blocked':
      return '/link'
    case 'unlinked':
      return '/partner'
    default:
      return null
  }
}

function placeOf(next: NextState): 'alone' | 'midway' | 'waiting' | 'sunk' {
  if (next.kind === 'rules' || (next.kind === 'alone' && next.waitingFor !== null)) return 'waiting'
  if (next.kind !== 'checkIn') return 'alone'
  return next.checkIn?.kind === 'paused' ? 'sunk' : 'midway'
}

function Line({ next }: { next: NextState }): ReactNode {
  const t = useTranslations('home')
  switch (next.kind) {
    case 'unknown':
      // Nothing to say yet; the heading is there for whoever reads by ear.
      return <span className="for-readers-only">{t('title')}</span>
    case 'alone':
      return next.waitingFor ? t('waitingFor', { name: next.waitingFor }) : t('alone')
    case 'unlinked':
      return t('noLonger')
    case 'locked':
      return t('locked')
    case 'steppedBack':
      return t('steppedBack')
    case 'blocked':
      return t('blocked')
    case 'rules':
      return t(`rules.${next.stand}`, { name: next.name })
    case 'checkIn':
      return next.checkIn ? <CheckInLine checkIn={next.checkIn} /> : t('next.unsaid', { name: next.name })
  }
}

const FORMATS = ['first-ten', 'weekly', 'speak-and-listen', 'repair'] as const

function CheckInLine({ checkIn }: { checkIn: NextCheckIn }) {
  const t = useTranslations('home.next')
  const common = useTranslations('common')
  const locale = useLocale()
  switch (checkIn.kind) {
    case 'waiting': {
      const format = FORMATS.find((one) => one === checkIn.format) ?? 'other'
      return t(format, { minutes: checkIn.minutes })
    }
    case 'open':
      return t('open')
    case 'paused': {
      if (checkIn.hasCome) return t('stillPaused')
      return `${t('paused')} ${common('backAt', timeWords(locale, checkIn.returnAtMs))}`
    }
  }
}

function Invite() {
  const t = useTranslations('home')
  return (
    <p className={styles.invite}>
      <Go to="/link" fetched="reached">
        {t('invite')}
      </Go>
    </p>
  )
}

function ComeBack() {
  const t = useTranslations('home')
  return (
    <p className={styles.invite}>
      <Button kind="plain" onClick={() => void stepBack(false)}>
        {t('comeBack')}
      </Button>
    </p>
  )
}
