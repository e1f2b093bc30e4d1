'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/button'
import { placeIn, useJottings } from '@/features/jottings/client'
import styles from './jottings.module.css'

interface Props {
  checkInId: string
  /** Those that rest for today: they are not offered again. */
  resting: readonly string[]
  /** This turn is for whatever one likes. */
  isOpen: boolean
  /** Puts the text into my field; left out where I speak aloud and only look. */
  onTake?: ((text: string) => void) | undefined
  /** This turn is about that one. */
  onBring: (jottingId: string) => void
}

/** What I wanted to bring tonight, at hand in my turn, for my eyes. */
export function Tonight({ checkInId, resting, isOpen, onTake, onBring }: Props) {
  const t = useTranslations('check-in.jottings')
  const state = useJottings()
  const items = state.kind === 'open' ? state.items : []
  const tonight = items.filter((jotting) => placeIn(checkInId, jotting) === 'tonight' && !resting.includes(jotting.id))
  const only = isOpen && tonight.length === 1 ? tonight[0]?.id : undefined
  useEffect(() => {
    if (only !== undefined) onBring(only)
  }, [only, onBring])
  if (tonight.length === 0) return null
  return (
    <details className={styles.tonight} open>
      <summary>{t('mine')}</summary>
      <ul className={styles.list}>
        {tonight.map(({ id, text }) => (
          <li key={id} className={`${styles.slip} own-words`}>
            <span>{text}</span>
            {onTake && (
              <Button
                kind="plain"
                onClick={() => {
                  onTake(text)
                  onBring(id)
                }}
              >
                {t('take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
