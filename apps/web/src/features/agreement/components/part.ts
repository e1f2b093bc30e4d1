import type { ReactNode } from 'react'
import type { Problem } from '@/lib/errors'
import type { Alone } from '../client'
import type { AgreementState, Draft, Readable } from '../store'

/** What is on its way, or why it did not get there. Nothing that was chosen is lost by it. */
export type Sending = { readonly kind: 'no' | 'sending' } | { readonly kind: 'failed'; readonly problem: Problem }

export interface Props {
  state: Extract<AgreementState, { kind: 'open' }>
  seat: 'a' | 'b'
  other: string | null
  sending: Sending
  onPropose: (draft: Draft) => void
  onSign: (proposal: Readable) => void
  onAlone: (current: Readable, change: Alone) => void
  /** Of a suggestion that gave way to another change. */
  onLetGo: () => void
}

/** With what to say when something was not sent. */
export type Inner = Props & { failed: ReactNode }
