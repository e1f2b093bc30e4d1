'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import type { Ending } from '../view'
import styles from './end-control.module.css'
import { NothingMore } from './nothing-more'

interface Props {
  ending: Ending
  onEnd: () => void
  /** `quiet` where ending stands beside other answers of the same weight; `plain` where it is only at hand. */
  kind: 'quiet' | 'plain'
}

/** One tap, and one more in the same place. Ending needs nobody else. */
export function EndControl(props: Props) {
  return (
    <>
      <End {...props} />
      <NothingMore />
    </>
  )
}

function End({ ending, onEnd, kind }: Props) {
  const t = useTranslations('check-in.end')
  const [asking, setAsking] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  // The focus follows the tap: the same place, the next question.
  useEffect(() => {
    if (asking) yes.current?.focus()
  }, [asking])
  if (!asking && ending === 'no') {
    return (
      <Button kind={kind} size={kind === 'quiet' ? 'large' : 'normal'} onClick={() => setAsking(true)}>
        {t('action')}
      </Button>
    )
  }
  return (
    <fieldset className={styles.end}>
      <legend>{t('ask')}</legend>
      <div className={styles.sure}>
        <Button ref={yes} kind="quiet" pending={ending === 'sending'} onClick={onEnd}>
          {t('yes')}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(false)}>
          {t('no')}
        </Button>
      </div>
      {ending === 'failed' && <output>{t('failed')}</output>}
    </fieldset>
  )
}
