'use client'

import styles from './coming-back.module.css'

interface Props<Value extends string> {
  legend: string
  options: readonly Value[]
  labelOf: (value: Value) => string
  value: Value | null
  disabled: boolean
  onChange: (value: Value | null) => void
}

/** One of a few short words, or none: touched again it is let go. */
export function Chips<Value extends string>({ legend, options, labelOf, value, disabled, onChange }: Props<Value>) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.chips}>
        {options.map((option) => (
          <label key={option} className={styles.chip}>
            <input
              type="checkbox"
              checked={value === option}
              disabled={disabled}
              onChange={({ target }) => onChange(target.checked ? option : null)}
            />
            <span>{labelOf(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
