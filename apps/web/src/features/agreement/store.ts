import type { http } from '@turnstone/protocol'
import type { Problem } from '@/lib/errors'
import type { AgreementDefect } from '@/vault/agreement'

export type Agreement = http.agreement.Agreement

/** An agreement with what only the two can read of it. */
export interface Readable {
  readonly agreement: Agreement
  readonly word: string
}

/** The rules between the two, as far as this device could verify them. */
export type AgreementState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'tampered'; readonly why: AgreementDefect }
  | {
      readonly kind: 'open'
      readonly current: Readable | null
      readonly proposal: Readable | null
      /** What I had proposed and the other answered with a change; null when there is nothing to compare. */
      readonly mine: Readable | null
    }

export const OPENING: AgreementState = { kind: 'opening' }

/** What somebody has chosen and not signed yet. */
export interface Draft {
  readonly cooldownMs: number
  readonly turnMs: number
  readonly word: string
}

/** Which screen that is for whoever sits at `seat`. */
export type Stage =
  | { readonly kind: 'first' }
  | { readonly kind: 'proposed'; readonly mine: Readable }
  | {
      readonly kind: 'toSign'
      readonly theirs: Readable
      readonly compare: { readonly with: Readable; readonly as: 'mine' | 'before' } | null
    }
  | { readonly kind: 'inForce'; readonly current: Readable }

export function stageOf(state: Extract<AgreementState, { kind: 'open' }>, seat: 'a' | 'b'): Stage {
  const { current, proposal, mine } = state
  if (proposal?.agreement.proposedBy === seat) return { kind: 'proposed', mine: proposal }
  if (proposal) {
    if (mine) return { kind: 'toSign', theirs: proposal, compare: { with: mine, as: 'mine' } }
    return { kind: 'toSign', theirs: proposal, compare: current && { with: current, as: 'before' } }
  }
  return current ? { kind: 'inForce', current } : { kind: 'first' }
}
