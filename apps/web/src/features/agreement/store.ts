import type { http } from '@turnstone/protocol'
import type { Problem } from '@/lib/errors'
import type { AgreementDefect } from '@/vault/agreement'
import type { AgreementWords } from '@/vault/agreement-words'

export type Agreement = http.agreement.Agreement

/** An agreement with what only the two can read of it. */
export interface Readable {
  readonly agreement: Agreement
  readonly words: AgreementWords
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
      /** The proposal that the open one answers, whoever made it; null when there is nothing to compare. */
      readonly answered: Readable | null
      /** When the first rules were signed, which are for that day, as long as no others took their place. */
      readonly forTheDayOfMs: number | null
      /** My suggestion that gave way to a change made by one, as it would be on top of that change. */
      readonly overtaken: Readable | null
    }

export const OPENING: AgreementState = { kind: 'opening' }

export const NO_WORDS: AgreementWords = { phrases: [], aftercare: '', signs: '', leaveAlone: [] }

/** What somebody has chosen and not signed yet. */
export interface Draft {
  readonly cooldownMs: number
  readonly turnMs: number
  readonly words: AgreementWords
}

/** Which screen that is for whoever sits at `seat`. */
export type Stage =
  | { readonly kind: 'first' }
  | { readonly kind: 'proposed'; readonly mine: Readable; readonly theirs: Readable | null }
  | {
      readonly kind: 'toSign'
      readonly theirs: Readable
      readonly compare: { readonly with: Readable; readonly as: 'mine' | 'before' } | null
    }
  | { readonly kind: 'inForce'; readonly current: Readable }

export function stageOf(state: Extract<AgreementState, { kind: 'open' }>, seat: 'a' | 'b'): Stage {
  const { current, proposal, answered } = state
  if (proposal?.agreement.proposedBy === seat) return { kind: 'proposed', mine: proposal, theirs: answered }
  if (proposal) {
    if (answered) return { kind: 'toSign', theirs: proposal, compare: { with: answered, as: 'mine' } }
    return { kind: 'toSign', theirs: proposal, compare: current && { with: current, as: 'before' } }
  }
  return current ? { kind: 'inForce', current } : { kind: 'first' }
}
