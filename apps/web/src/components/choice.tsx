'use client'

import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'
import { RadioBox } from './radio-box'

export interface Option<Value extends string> {
  value: Value
  label: ReactNode
  hint?: ReactNode
}

interface Props<Value extends string> {
  legend: ReactNode
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
}

/** One of a few. Every answer is as large as the others. */
export function Choice<Value extends string>({ legend, options, value, onChange }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <RadioBox
          key={option.value}
          shape="row"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChoose={() => onChange(option.value)}
        >
          {option.label}
          {option.hint && <span className={styles.hint}>{option.hint}</span>}
        </RadioBox>
      ))}
    </fieldset>
  )
}
