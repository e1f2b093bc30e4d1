import type { ReactNode } from 'react'
import styles from './radio-box.module.css'

interface Props {
  /** Of the group: one answer of those with the same name. */
  name: string
  value: string
  checked: boolean
  onChoose: () => void
  /** `row`: one below the other. `narrow`: beside each other. `bare`: beside each other, and the box alone says which. */
  shape: 'row' | 'narrow' | 'bare'
  children: ReactNode
}

/** One answer of a few, as a box to be touched anywhere. */
export function RadioBox({ name, value, checked, onChoose, shape, children }: Props) {
  return (
    <label className={`${styles.box} ${styles[shape]}`}>
      <input type="radio" name={name} value={value} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}
