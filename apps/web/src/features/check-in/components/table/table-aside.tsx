'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import type { CheckInActions, LiveView, Side } from '../../view'
import styles from './half.module.css'
import { TableBar } from './table-bar'

const SIDES = ['them', 'me'] as const

interface Props {
  live: LiveView
  actions: Pick<CheckInActions, 'back' | 'pause'>
  menu: ReactNode
}

/** Somebody went to the door. Each says on their own half that they are back; it goes on when both have. */
export function TableAside({ live, actions, menu }: Props) {
  const t = useTranslations('check-in')
  const [back, setBack] = useState<Readonly<Record<Side, boolean>>>({ me: false, them: false })
  const bothBack = back.me && back.them
  const { back: goOn } = actions
  useEffect(() => {
    if (bothBack) goOn()
  }, [bothBack, goOn])
  return SIDES.map((side) => (
    <section key={side} className={styles.half} data-side={side} data-aside>
      <div className={styles.area}>
        <span className={styles.words}>
          <span className={styles.what}>{t('aside.title')}</span>
          <span className={styles.hint}>{t(hintOf(live, back[side]))}</span>
        </span>
        <div className={styles.answers}>
          {!back[side] && (
            <Button kind="quiet" size="large" onClick={() => setBack({ ...back, [side]: true })}>
              {t('aside.back')}
            </Button>
          )}
        </div>
      </div>
      <TableBar onPause={actions.pause}>{side === 'me' && menu}</TableBar>
    </section>
  ))
}

function hintOf({ held, aside }: LiveView, isBack: boolean) {
  if (aside?.mine === 'onItsWay' && held !== 'no') return 'aside.onItsWay'
  if (held === 'lost') return 'floor.held'
  if (held === 'checking') return 'floor.checking'
  return isBack ? 'aside.kept' : 'aside.goesOn'
}
