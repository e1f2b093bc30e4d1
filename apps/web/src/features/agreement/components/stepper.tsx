'use client'

import { useId } from 'react'
import { stepFrom } from '../durations'
import styles from './stepper.module.css'
import { useDuration } from './use-duration'

interface Props {
  name: string
  hint: string
  steps: readonly number[]
  ms: number
  onChange: (ms: number) => void
  /** What the two buttons do, in words. */
  less: string
  more: string
}

/** A length of time, changed by two large buttons: no slider to miss, nothing to type. */
export function Stepper({ name, hint, steps, ms, onChange, less, more }: Props) {
  const id = useId()
  const duration = useDuration()
  const [down, up] = [stepFrom(steps, ms, 'down'), stepFrom(steps, ms, 'up')]
  return (
    <fieldset className={styles.group} aria-describedby={id}>
      <legend className={styles.name}>{name}</legend>
      <p className={styles.hint} id={id}>
        {hint}
      </p>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.step}
          aria-label={less}
          aria-disabled={down === null || undefined}
          onClick={() => down !== null && onChange(down)}
        >
          −
        </button>
        <output className={styles.value}>{duration(ms)}</output>
        <button
          type="button"
          className={styles.step}
          aria-label={more}
          aria-disabled={up === null || undefined}
          onClick={() => up !== null && onChange(up)}
        >
          +
        </button>
      </div>
    </fieldset>
  )
}
