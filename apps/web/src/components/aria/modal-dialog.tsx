'use client'

import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './press-style'
import styles from './aria.module.css'

interface Props {
  title: ReactNode
  /** Escape, the ground behind it, or a decision inside. */
  onClose: () => void
  children: ReactNode
}

/** A question before everything else: focus stays inside and goes back where it was. Not for what can stand in the page. */
export function ModalDialog({ title, onClose, children }: Props) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className={styles.overlay ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
