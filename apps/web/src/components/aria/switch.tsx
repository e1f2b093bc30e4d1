'use client'

import type { ReactNode } from 'react'
import { Switch as RacSwitch } from 'react-aria-components'
import './press-style'
import styles from './aria.module.css'

interface Props {
  children: ReactNode
  on: boolean
  onChange: (on: boolean) => void
}

/** On or off, at once: what it changes needs no saving. */
export function Switch({ children, on, onChange }: Props) {
  return (
    <RacSwitch isSelected={on} onChange={onChange} className={styles.switch ?? ''}>
      <span className={styles.track} />
      <span>{children}</span>
    </RacSwitch>
  )
}
