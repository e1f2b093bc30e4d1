'use client'

import { useTranslations } from 'next-intl'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import type { Ending } from '../view'
import styles from './end-control.module.css'

/** What is to be made right with me, and how far closing it is; null where there is nothing of mine to close. */
export const ToClose = createContext<{ readonly closing: Ending; readonly onClose: () => void } | null>(null)

/** Beside every way to end: one tap, and one more in the same place. It takes no reason, and nobody is asked again. */
export function NothingMore() {
  const t = useTranslations('check-in.repair.nothingMore')
  const toClose = useContext(ToClose)
  const [asking, setAsking] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) yes.current?.focus()
  }, [asking])
  if (!toClose) return null
  const { closing, onClose } = toClose
  if (!asking && closing === 'no') {
    return (
      <Button kind="plain" onClick={() => setAsking(true)}>
        {t('action')}
      </Button>
    )
  }
  return (
    <fieldset className={styles.end}>
      <legend>{t('ask')}</legend>
      <p>{t('what')}</p>
      <div className={styles.sure}>
        <Button ref={yes} kind="quiet" pending={closing === 'sending'} onClick={onClose}>
          {t('yes')}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(false)}>
          {t('no')}
        </Button>
      </div>
      {closing === 'failed' && <output>{t('failed')}</output>}
    </fieldset>
  )
}
