'use client'

import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as RacSelect, SelectValue } from 'react-aria-components'
import './press-style'
import styles from './aria.module.css'

interface Props<Value extends string> {
  label: ReactNode
  options: readonly { readonly value: Value; readonly text: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One of many. For a few, `Choice` shows them all. */
export function Select<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.value === key)
    if (chosen) onChange(chosen.value)
  }
  return (
    <RacSelect value={value} onChange={choose} className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Button className={styles.trigger ?? ''}>
        <SelectValue />
      </Button>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.text} className={styles.item ?? ''}>
              {option.text}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </RacSelect>
  )
}
