'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { placeIn, useJottings } from '@/features/jottings/client'
import styles from './jottings.module.css'

interface Props {
  checkInId: string
  /** Puts the text into my field; left out where I speak aloud and only look. */
  onTake?: ((text: string) => void) | undefined
}

/** What I wanted to bring tonight, at hand in my turn, for my eyes. */
export function Tonight({ checkInId, onTake }: Props) {
  const t = useTranslations('check-in.jottings')
  const state = useJottings()
  if (state.kind !== 'open') return null
  const tonight = state.items.filter((jotting) => placeIn(checkInId, jotting) === 'tonight')
  if (tonight.length === 0) return null
  return (
    <details className={styles.tonight} open>
      <summary>{t('mine')}</summary>
      <ul className={styles.list}>
        {tonight.map(({ id, text }) => (
          <li key={id} className={`${styles.slip} own-words`}>
            <span>{text}</span>
            {onTake && (
              <Button kind="plain" onClick={() => onTake(text)}>
                {t('take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
