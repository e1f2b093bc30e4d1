'use client'

import type { ReactNode } from 'react'
import { Button, MenuItem, MenuTrigger, Popover, Menu as RacMenu } from 'react-aria-components'
import './press-style'
import styles from './aria.module.css'

interface Props {
  label: ReactNode
  items: readonly { readonly id: string; readonly text: string; readonly onAction: () => void }[]
}

/** What is rarely wanted, behind one button. */
export function Menu({ label, items }: Props) {
  return (
    <MenuTrigger>
      <Button className={styles.trigger ?? ''}>{label}</Button>
      <Popover className={styles.popover ?? ''}>
        <RacMenu className={styles.list ?? ''}>
          {items.map(({ id, text, onAction }) => (
            <MenuItem key={id} id={id} textValue={text} onAction={onAction} className={styles.item ?? ''}>
              {text}
            </MenuItem>
          ))}
        </RacMenu>
      </Popover>
    </MenuTrigger>
  )
}
