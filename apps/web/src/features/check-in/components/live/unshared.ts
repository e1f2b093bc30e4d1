import type { ReentryWords } from '../../reentry'
import { joined } from '../../unsaid'
import type { Unsent } from '../../view'

/** What I have written and nobody else has seen. Sent by its author's hand or not at all. */
export interface Unshared {
  readonly draft: string
  /** What I heard, while I am writing it down to say it back. */
  readonly heard: string
  /** A line and a thank-you, at the closing. */
  readonly line: string
  readonly thanks: string
  /** What I would come back with from a pause. */
  readonly reentry: ReentryWords
  readonly notes: string
  /** I would rather write, also where it is spoken aloud; `now` from the press until the field is there. */
  readonly writes: 'no' | 'now' | 'yes'
}

export type OnUnshared = (change: Partial<Unshared>) => void

/** All that was to be said, as one text. Notes were for nobody, and stay on the screen until the end asks about them. */
export const unsaidText = (
  unsent: readonly Unsent[],
  { draft, heard, line, thanks, reentry, notes }: Unshared,
  isOver: boolean,
) => joined([...unsent.map(({ text }) => text), draft, heard, reentry.own, line, thanks, isOver ? notes : ''])
