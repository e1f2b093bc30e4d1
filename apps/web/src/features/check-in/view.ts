import type { Seat } from '@turnstone/check-in'

/*
 * What the screens of a check-in show, and nothing else: each state its own type, so that a screen can be drawn and
 * looked at without a server, and so that no screen can show what it was not given (law 5).
 */

/** Why nobody can come in here right now. Each names its next step. */
export type Door =
  | 'notLinked'
  | 'noAgreement'
  | 'tampered'
  | 'forgedResume'
  | 'locked'
  | 'signedOut'
  | 'outdated'
  | 'blocked'
  | 'failed'

/** `asked`: the question stands. `kept`: an answer was kept; which one is not remembered anywhere on this screen. */
export type Answering = 'asked' | 'sending' | 'kept' | 'failed'

/** Why nothing moves although nobody paused. `lost`: no connection. `checking`: it is back, its news is not in yet. */
export type Held = 'no' | 'checking' | 'lost'

export type FloorView =
  | { readonly kind: 'breath'; readonly next: 'me' | 'them' }
  | { readonly kind: 'turn' | 'grace'; readonly holder: 'me' | 'them' }

/** A piece of what was said, opened. Null when the vault refused it: shown, never skipped in silence. */
export interface Said {
  readonly key: string
  readonly by: 'me' | 'them'
  readonly turn: number
  readonly text: string | null
}

/** A piece of mine that the server has not acknowledged. */
export interface Unsent {
  readonly key: string
  readonly text: string
  /** `waiting` for the connection; `returned`: it was not sent and will not be, its author takes it back. */
  readonly state: 'sending' | 'waiting' | 'returned'
}

export interface LiveView {
  readonly floor: FloorView
  readonly turn: number
  readonly held: Held
  /** `stopped`: somebody is not here. */
  readonly clock: 'running' | 'stopped'
  /** What was left at `asOfMs` of this page's steady clock; it runs down from there while nothing waits. */
  readonly leftMs: number
  readonly asOfMs: number
  readonly wholeMs: number
  readonly said: readonly Said[]
  readonly unsent: readonly Unsent[]
  /** Without the key the floor, pausing and ending still work. */
  readonly vault: 'open' | 'locked'
  readonly passing: 'no' | 'sending' | 'failed'
}

/** How sure it is that the other device knows. Nothing here ever claims more. */
export type Confirmation = 'set' | 'unconfirmed'

export type Proof = 'none' | 'tampered'

export interface PausedView {
  readonly confirmation: Confirmation
  /** Null until the server has said when. */
  readonly returnAtMs: number | null
  readonly topicRests: boolean
  /** `resting`: the shortest break is not over. */
  readonly break: 'resting' | 'over'
  readonly answering: Answering | 'another'
  readonly proof: Proof
  readonly vault: 'open' | 'locked'
}

export type Recording = 'none' | 'keeping' | 'kept' | 'waiting' | 'locked'

export type CheckInView =
  | { readonly kind: 'opening' }
  | { readonly kind: 'door'; readonly door: Door }
  | { readonly kind: 'willing'; readonly answering: Answering; readonly held: Held }
  | { readonly kind: 'live'; readonly live: LiveView }
  | { readonly kind: 'paused'; readonly paused: PausedView }
  | { readonly kind: 'ended'; readonly recording: Recording }

/** What a person can do here. None of them waits: each answers at once with a changed view. */
export interface CheckInActions {
  readonly willing: () => void
  readonly notToday: () => void
  readonly send: (text: string) => void
  /** Takes a returned piece off the list; whoever calls has put its text back into the field. */
  readonly takeBack: (key: string) => void
  readonly pass: () => void
  readonly pause: () => void
  /** Our word stands in a field: a pause, and the topic rests. */
  readonly ourWord: () => void
  readonly ready: () => void
  readonly notYet: () => void
  readonly end: () => void
  readonly askAgain: () => void
  readonly retry: () => void
}

/** Ending is one person's, at once, from anywhere; on the way means it is not committed yet. */
export type Ending = 'no' | 'sending' | 'failed'

export const sideOf = (seat: Seat, mine: Seat): 'me' | 'them' => (seat === mine ? 'me' : 'them')
