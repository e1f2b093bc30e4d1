'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Stone } from '@/components/stone'
import type { Ending, LiveView } from '../../view'
import { EndControl } from '../end-control'
import { HeldLine } from '../held-line'
import styles from './quiet-phone.module.css'

interface Props {
  live: LiveView
  ending: Ending
  onEnd: () => void
  onHere: () => void
}

/** The phone that does not lie between: it can be put away. It pauses, and takes the place of the other one when asked to. */
export function QuietPhone({ live, ending, onEnd, onHere }: Props) {
  const t = useTranslations('table.quiet')
  return (
    <div className={styles.quiet}>
      <div className={styles.stone}>
        <Stone place="waiting" />
      </div>
      <h1>{t('title')}</h1>
      <p>{t(live.aside ? 'aside' : 'body')}</p>
      <HeldLine held={live.held} />
      <div className={styles.bottom}>
        <Button kind="plain" onClick={onHere}>
          {t('useThis')}
        </Button>
        <EndControl ending={ending} onEnd={onEnd} kind="plain" />
      </div>
    </div>
  )
}
