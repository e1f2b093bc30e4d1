/**
 * The vocabulary of one check-in: RFC 8855's floor words, one union per thing that has states.
 * SPEC.md holds the rules; `transition.ts` applies them.
 */

/** The two places of a partnership. Which person sits where is the server's knowledge, not the machine's. */
export type Seat = 'a' | 'b'

/**
 * A moment as its machine saw it. `monotonicMs` of two instants compare only when `bootId` is the same;
 * see `elapsedMs` for the rule that no jump of either clock can shorten a wait.
 */
export interface Instant {
  readonly wallMs: number
  readonly monotonicMs: number
  readonly bootId: string
}

/** The agreement's numbers that the server applies, all in milliseconds. `RULE_LIMITS` gives their ranges. */
export interface Rules {
  readonly cooldownMs: number
  readonly turnMs: number
  readonly graceMs: number
  readonly breathMs: number
}

/**
 * The floor while a check-in runs. `leftMs` is what remained at the phase's `asOf`.
 * `turn` numbers the holdings of the floor from 1, so that a late command cannot act on a later turn.
 */
export type Floor =
  | { readonly kind: 'breath'; readonly next: Seat; readonly turn: number; readonly leftMs: number }
  | { readonly kind: 'turn'; readonly holder: Seat; readonly turn: number; readonly leftMs: number }
  | { readonly kind: 'grace'; readonly holder: Seat; readonly turn: number; readonly leftMs: number }

/** Both partners' Ed25519 signatures (base64url) over the ready statement of one freeze. Opaque to the machine. */
export interface ResumeProof {
  readonly freezeEpoch: number
  readonly signatures: Readonly<Record<Seat, string>>
}

export interface Waiting {
  readonly kind: 'waiting'
}
export interface Running {
  readonly kind: 'running'
  readonly floor: Floor
  /** `stopped` while either partner has no live device. */
  readonly clock: 'running' | 'stopped'
  readonly asOf: Instant
}
export interface Frozen {
  readonly kind: 'frozen'
  /** What a resume gives back; a frozen floor's `leftMs` is as of the commit of the freeze. */
  readonly interrupted: { readonly kind: 'waiting' } | { readonly kind: 'floor'; readonly floor: Floor }
  /** Raised by every pause, also while frozen; consents count for one epoch only. */
  readonly freezeEpoch: number
  readonly frozenAt: Instant
  readonly cooldownMs: number
  /** When the app asks again (wall clock). Not a debt. */
  readonly returnAtMs: number
}
export interface Ended {
  readonly kind: 'ended'
  readonly endedAtMs: number
}
export type Phase = Waiting | Running | Frozen | Ended

/** What both partners may know of a check-in: one row, changed only by events, one `seq` each. */
export interface Room {
  readonly seq: number
  readonly rules: Rules
  /** Who is given the floor first. */
  readonly starter: Seat
  readonly phase: Phase
  /** How often this check-in was frozen or its freeze renewed; never goes down. */
  readonly freezeEpoch: number
  readonly openedAtMs: number | null
  /** Turns that were granted so far, of both together. */
  readonly turns: number
  readonly lastResume: ResumeProof | null
}

/**
 * What is never shown to the other: kept beside the room, without `seq`, event or push (law 5).
 * `present` is the server's knowledge of live devices; it surfaces only as a stopped clock.
 */
export interface Quiet {
  readonly present: Readonly<Record<Seat, boolean>>
  /** A yes for today and until when it stands; null is the absence of a yes. */
  readonly willing: Readonly<Record<Seat, { readonly untilMs: number } | null>>
  readonly ready: Readonly<Record<Seat, { readonly freezeEpoch: number; readonly signature: string } | null>>
}

/** What a partner may ask for. `commandId` is theirs, a UUID; the same id is applied at most once. */
export type PartnerCommand =
  | { readonly type: 'willing' }
  | { readonly type: 'notToday' }
  | { readonly type: 'pass'; readonly turn: number }
  | { readonly type: 'utter'; readonly turn: number; readonly utteranceId: string }
  | { readonly type: 'pause' }
  | { readonly type: 'ready'; readonly freezeEpoch: number; readonly signature: string }
  | { readonly type: 'notYet' }
  | { readonly type: 'end' }

/** What only the server itself may say. */
export type SystemCommand =
  | { readonly type: 'presence'; readonly present: Readonly<Record<Seat, boolean>> }
  | { readonly type: 'tick' }

export type Command =
  | { readonly by: Seat; readonly commandId: string; readonly command: PartnerCommand }
  | { readonly by: 'server'; readonly command: SystemCommand }

/** What happened, one `seq` each. No event names who paused or who was ready (law 6). */
export type CheckInEvent =
  | { readonly type: 'opened'; readonly starter: Seat }
  | { readonly type: 'floorGranted'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'graceBegan'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'floorReleased'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'floorRevoked'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'clockStopped' }
  | { readonly type: 'clockStarted' }
  | { readonly type: 'uttered'; readonly holder: Seat; readonly turn: number; readonly utteranceId: string }
  | { readonly type: 'frozen'; readonly freezeEpoch: number }
  | { readonly type: 'resumed'; readonly freezeEpoch: number }
  | { readonly type: 'ended' }

/** Why a command was not applied. Refusing changes nothing. */
export type Refusal =
  | { readonly code: 'ended' }
  | { readonly code: 'not_open' }
  | { readonly code: 'already_open' }
  | { readonly code: 'frozen' }
  | { readonly code: 'not_frozen' }
  | { readonly code: 'not_holder' }
  | { readonly code: 'between_turns' }
  | { readonly code: 'stale_turn' }
  | { readonly code: 'stale_freeze_epoch'; readonly freezeEpoch: number }
  | { readonly code: 'cooldown_running'; readonly leftMs: number }

/**
 * How a command ended. Private answers (`willing`, `notToday`, `ready`, `notYet`) all get the same `kept`,
 * also the one that completes a pair, so that an answer cannot be told by its reply.
 */
export type Outcome =
  | { readonly kind: 'committed'; readonly seq: number }
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What a command id already came to; loaded by the store and handed to `transition`. */
export type Receipt = Exclude<Outcome, { kind: 'refused' }>

/** The whole of one check-in as it is stored. */
export interface CheckIn {
  readonly room: Room
  readonly quiet: Quiet
}

export interface Step {
  readonly checkIn: CheckIn
  /** In order; the first has `seq = before.room.seq + 1`. Events of passed time come before the command's own. */
  readonly events: readonly { readonly seq: number; readonly event: CheckInEvent }[]
  readonly outcome: Outcome
  /** True when a receipt answered: nothing was applied again. */
  readonly repeated: boolean
}
