/** What I have written and nobody else has seen. Lives as long as the page, goes nowhere. */
export interface Unshared {
  readonly draft: string
  /** What I heard, while I am writing it down to say it back. */
  readonly heard: string
  readonly notes: string
  /** I would rather write, also where it is spoken aloud; `now` from the press until the field is there. */
  readonly writes: 'no' | 'now' | 'yes'
}

export type OnUnshared = (change: Partial<Unshared>) => void
