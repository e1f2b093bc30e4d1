'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import type { LiveView } from '../../view'
import styles from './half.module.css'

/**
 * Late in a turn, on the half of whoever speaks. It keeps its place once it was pressed: a second touch there must not
 * land on the half that passes the stone.
 */
export function MoreTime({ live, onAsk }: { live: LiveView; onAsk: () => void }) {
  const t = useTranslations('check-in.more')
  const { floor, mayAskMore, held, doing } = live
  if ('more' in floor && floor.more === 'asked') return <p className={styles.more}>{t('asked')}</p>
  if (!mayAskMore) return null
  return (
    <div className={styles.more}>
      <Button
        kind="quiet"
        size="large"
        pending={doing?.what === 'askMore' && doing.state === 'sending'}
        aria-disabled={held !== 'no' || undefined}
        onClick={onAsk}
      >
        {t('ask')}
      </Button>
    </div>
  )
}
