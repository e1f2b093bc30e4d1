'use client'

import type { ReactNode } from 'react'
import { Button, Group, Input, Label, NumberField as RacNumberField } from 'react-aria-components'
import './press-style'
import styles from './aria.module.css'

interface Props {
  label: ReactNode
  value: number
  least: number
  most: number
  step?: number
  /** As `Intl.NumberFormat` takes it: `{ style: 'unit', unit: 'minute', unitDisplay: 'long' }`. */
  format?: Intl.NumberFormatOptions
  onChange: (value: number) => void
}

/** A number, by two large buttons, by arrow keys, or typed as the reader's language writes it. */
export function NumberField({ label, value, least, most, step = 1, format, onChange }: Props) {
  return (
    <RacNumberField
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      {...(format && { formatOptions: format })}
      onChange={onChange}
      className={styles.field ?? ''}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Group className={styles.number ?? ''}>
        <Button slot="decrement">−</Button>
        <Input />
        <Button slot="increment">+</Button>
      </Group>
    </RacNumberField>
  )
}
