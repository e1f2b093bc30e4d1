'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { Room } from '../store'
import styles from './doors.module.css'

const ROOMS: readonly Room[] = ['living', 'drawer']
export const PATH = { living: '/journal', drawer: '/journal/drawer' } as const

/** The two rooms, side by side; the one I am in is marked. */
export function Doors({ room }: { room: Room }) {
  const t = useTranslations('journal.doors')
  const locale = useLocale()
  return (
    <nav className={styles.doors} aria-label={t('label')}>
      {ROOMS.map((one) => (
        <Link
          key={one}
          href={`/${locale}${PATH[one]}`}
          className={styles.door}
          data-room={one}
          aria-current={one === room ? 'page' : undefined}
        >
          <span className={styles.name}>{t(`${one}.name`)}</span>
          <span className={styles.about}>{t(`${one}.about`)}</span>
        </Link>
      ))}
    </nav>
  )
}
