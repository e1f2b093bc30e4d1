'use client'

import { useTranslations } from 'next-intl'
import type { Held } from '../view'
import styles from './held-line.module.css'

/** Nobody paused: this device has lost touch. The palette stays, everything waits. */
export function HeldLine({ held }: { held: Held }) {
  const t = useTranslations('check-in.floor')
  if (held === 'no' || held === 'brief') return null
  return <p className={styles.held}>{t(held === 'lost' ? 'held' : 'checking')}</p>
}
