'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { useTask } from '@/lib/use-task'
import type { KitItem } from '@/vault/kit'
import { removeFromKit } from '../client'
import styles from './kit.module.css'

interface Props {
  item: KitItem
  /** What a reader hears of it beside *Change* and *Remove*. */
  name: string
  /** The fields to change it in; `close` when it is done with, or left as it was. */
  renderChange: (close: () => void) => ReactNode
  children: ReactNode
}

/** One thing of the kit while it is prepared. */
export function ItemCard({ item, name, renderChange, children }: Props) {
  const t = useTranslations('kit')
  const { task, run } = useTask()
  const [changing, setChanging] = useState(false)
  const card = useRef<HTMLLIElement>(null)
  const wasChanging = useRef(false)
  useEffect(() => {
    if (changing === wasChanging.current) return
    wasChanging.current = changing
    card.current?.querySelector<HTMLElement>(changing ? 'input, textarea' : 'button')?.focus()
  }, [changing])
  return (
    <li className={styles.card} ref={card}>
      {changing ? (
        renderChange(() => setChanging(false))
      ) : (
        <>
          {children}
          <div className={styles.cardActions}>
            <Button kind="plain" aria-label={t('changeThis', { what: name })} onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
            <Button
              kind="plain"
              pending={task.kind === 'busy'}
              aria-label={t('removeThis', { what: name })}
              onClick={() => void run(() => removeFromKit(item))}
            >
              {t('remove')}
            </Button>
          </div>
        </>
      )}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </li>
  )
}
