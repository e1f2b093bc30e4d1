'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from './button'
import styles from './shown-card.module.css'
import { useEscape } from './use-escape'

/** A few words over the whole screen, to be read at two metres; upside down for whoever sits opposite. */
export function ShownCard({ words, onClose }: { words: string; onClose: () => void }) {
  const t = useTranslations('common.card')
  const [turned, setTurned] = useState(false)
  const card = useRef<HTMLParagraphElement>(null)
  useEffect(() => card.current?.focus(), [])
  useEscape(onClose)
  return (
    <div className={styles.shown} data-alone>
      <p ref={card} tabIndex={-1} className={styles.words} data-turned={turned || undefined}>
        {words}
      </p>
      <div className={styles.ways}>
        <Button kind="quiet" size="large" aria-pressed={turned} onClick={() => setTurned(!turned)}>
          {t('turn')}
        </Button>
        <Button kind="quiet" size="large" onClick={onClose}>
          {t('back')}
        </Button>
      </div>
    </div>
  )
}
