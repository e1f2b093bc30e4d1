'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import type { Ending } from '../view'
import styles from './two-taps.module.css'

interface Props {
  /** How far it is. */
  ending: Ending
  onYes: () => void
  /** `quiet` where it stands beside other answers of the same weight; `plain` where it is only at hand. */
  kind: 'quiet' | 'plain'
  words: Readonly<Record<'action' | 'ask' | 'yes' | 'no' | 'failed', string>>
  /** What it brings about, where the question alone does not say. */
  children?: ReactNode
}

/** What cannot be taken back: one tap, and one more in the same place. */
export function TwoTaps({ ending, onYes, kind, words, children }: Props) {
  const [asking, setAsking] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  // The focus follows the tap: the same place, the next question.
  useEffect(() => {
    if (asking) yes.current?.focus()
  }, [asking])
  if (!asking && ending === 'no') {
    return (
      <Button kind={kind} size={kind === 'quiet' ? 'large' : 'normal'} onClick={() => setAsking(true)}>
        {words.action}
      </Button>
    )
  }
  return (
    <fieldset className={styles.end}>
      <legend>{words.ask}</legend>
      {children}
      <div className={styles.sure}>
        <Button ref={yes} kind="quiet" pending={ending === 'sending'} onClick={onYes}>
          {words.yes}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(false)}>
          {words.no}
        </Button>
      </div>
      {ending === 'failed' && <output>{words.failed}</output>}
    </fieldset>
  )
}
