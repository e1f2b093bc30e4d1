import type { Repair, Talk } from './repair.ts'

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

/** One planned holding of the floor. `steps` are ids of the agenda, in order; null is open-ended. */
export interface PlannedTurn {
  readonly by: 'starter' | 'other'
  readonly steps: readonly string[]
  readonly turnMs: number | null
  /** The listener says back what was heard before the floor passes on. */
  readonly reflection: boolean
}

/** The agenda as data, made by the server from a format. After its last turn comes the closing. */
export interface Plan {
  readonly format: string
  readonly minutes: number
  /** A rehearsal: nobody waits for its cool-down, and nothing of it stays. */
  readonly practice: boolean
  /** Set for a repair talk: the one plan whose author is known, because it is an offer. */
  readonly repair: Repair | null
  readonly turns: readonly PlannedTurn[]
  /** The same steps for one phone between two people, with fewer touches. */
  readonly tableTurns: readonly PlannedTurn[]
}

/** How one wants to speak; `aloud` and `written` with each at their own device. */
export type Way = 'table' | 'aloud' | 'written'

/** How much time one needs: `tenfold` lengthens every turn and its grace, `off` leaves turns open-ended. */
export type Pace = 'timed' | 'tenfold' | 'off'

/**
 * The floor while a check-in runs. `leftMs` is what remained at the phase's `asOf`, null where no time runs out;
 * `wholeMs` is the turn's whole budget, with what was added to it. `turn` numbers the holdings of the floor from 1, so
 * that a late command cannot act on a later turn, and is the place in the plan.
 */
export type Floor = Breath | Turn | Grace | Reflection | Closing

export interface Breath {
  readonly kind: 'breath'
  readonly next: Seat
  readonly turn: number
  readonly leftMs: number
}
/** What a turn and its grace have in common. */
interface Holding {
  readonly holder: Seat
  readonly turn: number
  readonly wholeMs: number | null
  /** The listener would like to say something; nobody is interrupted. */
  readonly hand: boolean
  /** The holder asked for more time. Unanswered it is a no, and goes with the turn. */
  readonly more: 'none' | 'asked'
  /** This turn was said back already and goes on; from here a pass goes straight on. */
  readonly reflected: boolean
}
export interface Turn extends Holding {
  readonly kind: 'turn'
  readonly leftMs: number | null
}
export interface Grace extends Holding {
  readonly kind: 'grace'
  readonly leftMs: number
}
/** The listener says back what was heard; the holder keeps the floor and answers. No time runs. */
export interface Reflection {
  readonly kind: 'reflection'
  readonly holder: Seat
  readonly turn: number
  readonly round: 1 | 2
  readonly stage: 'saying' | 'answering' | 'more'
  /** Kept for *there is more*. */
  readonly leftMs: number | null
  readonly wholeMs: number | null
}
/** After the last turn: nobody holds the floor, no time runs, both may offer lines to keep. */
export interface Closing {
  readonly kind: 'closing'
  readonly turn: number
}

/**
 * Both partners' Ed25519 signatures (base64url) over the ready statement of one look at one freeze, or over the slip
 * statement of one freeze. Opaque to the machine.
 */
export interface ResumeProof {
  readonly of: 'ready' | 'slip'
  readonly freezeEpoch: number
  readonly rung: number
  readonly signatures: Readonly<Record<Seat, string>>
}

export interface Waiting {
  readonly kind: 'waiting'
}
export interface Running {
  readonly kind: 'running'
  readonly floor: Floor
  /** `stopped` while either partner has no live device, `aside` for a minute that a person asked for, for both. */
  readonly clock: 'running' | 'stopped' | 'aside'
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
  /** Not a pause: the breather that both said yes to, for so long. */
  readonly breatherMs: number | null
  /** How often the app has looked again since; never goes down while it is frozen. */
  readonly rung: number
  /** What happens at `returnAtMs`: both are asked, or the check-in is set down. */
  readonly look: 'asks' | 'setsDown'
  /** When the app looks again (wall clock). Not a debt. */
  readonly returnAtMs: number
  /** Whoever made it by a gesture says openly that it was a slip, and asks the other to say the same. */
  readonly slip: { readonly by: Seat; readonly calledAt: Instant } | null
}
/** Both are ready: a line of each, or none, before the floor is there again as it was interrupted. No time runs. */
export interface Returning {
  readonly kind: 'returning'
  /** Each says their line, then both read. */
  readonly stage: ReturnStage
  readonly floor: Floor
  readonly freezeEpoch: number
  /** When this stage began. */
  readonly asOf: Instant
}
export type ReturnStage = 'saying' | 'reading'
export interface Ended {
  readonly kind: 'ended'
  readonly endedAtMs: number
  /** Nobody ended it: a pause went on for so long. */
  readonly setDown: boolean
}
export type Phase = Waiting | Running | Frozen | Returning | Ended

/** What both partners may know of a check-in: one row, changed only by events, one `seq` each. */
export interface Room {
  readonly seq: number
  readonly rules: Rules
  /** Who is given the floor first. */
  readonly starter: Seat
  readonly plan: Plan
  /** Raised with each change of the plan; a yes is for one of them. */
  readonly planEpoch: number
  /** At the end what the next check-in is to know of it. */
  readonly talk: Talk | null
  /** Decided by both yeses when it opens. */
  readonly way: Way | null
  readonly pace: Pace
  /** Somebody asked to go slower: from then on the breath is doubled. */
  readonly slower: boolean
  /** The turn in which somebody said *slow* last: no count, and nobody’s name. */
  readonly slowedIn: number | null
  /** The turn in which both chose another topic last. */
  readonly redirectedIn: number | null
  /** How often somebody asked for one minute. */
  readonly asides: number
  /** Time that was added to the other's turn, to be added to the next one here. */
  readonly owedMs: Readonly<Record<Seat, number>>
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
  readonly willing: Readonly<Record<Seat, Willing | null>>
  readonly ready: Readonly<Record<Seat, Ready | null>>
  /** Whose night it is not to ask in, as each said with the yes that opened; null is not known. */
  readonly zones: Readonly<Record<Seat, string | null>>
  readonly comfort: Readonly<Record<Seat, Comfort | null>>
  /** Who has answered, so that nobody is asked again; how, is forgotten with the next turn. */
  readonly comfortAnswered: Readonly<Record<Seat, boolean>>
  /** Back from which minute. */
  readonly back: Readonly<Record<Seat, { readonly aside: number } | null>>
  /** Who is through with this stage of coming back. */
  readonly through: Readonly<Record<Seat, Through | null>>
  /** Whether the pause of now may be a slip, for as long as that can be said. */
  readonly slip: SlipChance | null
}

/** Left by a pause that came from a gesture, or from what was heard. Gone with another pause, and by itself soon. */
export interface SlipChance {
  /** Who alone may call it one. */
  readonly by: Seat
  readonly freezeEpoch: number
  /** Both were coming back from a pause before, and still have to. */
  readonly wasReturning: boolean
  /** Given with the call. */
  readonly signature: string | null
}

/** For one stage after one freeze. Without a line it is the same as having nothing to say. */
export interface Through {
  readonly freezeEpoch: number
  readonly stage: ReturnStage
  readonly lineId: string | null
  /** Would rather take another topic. False is the absence of a yes. */
  readonly another: boolean
}

export interface Willing {
  readonly untilMs: number
  readonly planEpoch: number
  readonly way: Way
  readonly pace: Pace
  readonly zone: string | null
}

/** A yes to going on, for one look at one freeze. */
export interface Ready {
  readonly freezeEpoch: number
  readonly rung: number
  readonly signature: string
}

/** *Stop* is the pause. */
export type Comfort = 'fine' | 'slower'

/** What a partner may ask for. `commandId` is theirs, a UUID; the same id is applied at most once. */
export type PartnerCommand =
  | { readonly type: 'choose'; readonly plan: Plan }
  | {
      readonly type: 'willing'
      readonly planEpoch: number
      readonly way: Way
      readonly pace: Pace
      /** Where its clock hangs, by its name in the time zone data; what that does not know counts as not said. */
      readonly zone?: string | undefined
    }
  | { readonly type: 'notToday' }
  | { readonly type: 'pass'; readonly turn: number }
  | { readonly type: 'utter'; readonly turn: number; readonly utteranceId: string }
  | { readonly type: 'handUp'; readonly turn: number }
  | { readonly type: 'handDown'; readonly turn: number }
  | { readonly type: 'askMore'; readonly turn: number }
  | { readonly type: 'grantMore'; readonly turn: number }
  | { readonly type: 'sayBack'; readonly turn: number; readonly round: number }
  | { readonly type: 'ratherNot'; readonly turn: number }
  | { readonly type: 'answer'; readonly turn: number; readonly round: number; readonly answer: ReflectionAnswer }
  | { readonly type: 'more'; readonly turn: number; readonly more: boolean }
  | { readonly type: 'line'; readonly lineId: string }
  | { readonly type: 'comfort'; readonly answer: Comfort }
  | { readonly type: 'slow' }
  | { readonly type: 'oneMinute' }
  | { readonly type: 'back'; readonly aside: number }
  /** `slippable`: it came from a gesture or from what was heard, and may have been a slip. */
  | { readonly type: 'pause'; readonly slippable?: true | undefined }
  | { readonly type: 'ready'; readonly freezeEpoch: number; readonly rung: number; readonly signature: string }
  | { readonly type: 'notYet' }
  /** It was a slip: said by whoever made the pause, and then by the other. */
  | { readonly type: 'slip'; readonly freezeEpoch: number; readonly signature: string }
  | {
      readonly type: 'reenter'
      readonly freezeEpoch: number
      readonly lineId: string | null
      readonly another: boolean
    }
  | { readonly type: 'goOn'; readonly freezeEpoch: number; readonly stage: ReturnStage }
  | { readonly type: 'nothingMore' }
  | { readonly type: 'end' }

/** What the speaker says to what was said back. */
export type ReflectionAnswer = 'thatsIt' | 'almost' | 'notYet'

/** What only the server itself may say. */
export type SystemCommand =
  /** Both have signed another agreement. */
  | { readonly type: 'adopt'; readonly rules: Rules; readonly plan: Plan }
  | { readonly type: 'presence'; readonly present: Readonly<Record<Seat, boolean>> }
  | { readonly type: 'tick' }

export type Command =
  | { readonly by: Seat; readonly commandId: string; readonly command: PartnerCommand }
  | { readonly by: 'server'; readonly command: SystemCommand }

/** What happened, one `seq` each. No event names who paused, who chose, who was ready or who asked to go slower (law 6). */
export type CheckInEvent =
  | { readonly type: 'planned'; readonly planEpoch: number }
  | { readonly type: 'opened'; readonly starter: Seat }
  | { readonly type: 'floorGranted'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'graceBegan'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'floorReleased'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'floorRevoked'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'clockStopped' }
  | { readonly type: 'clockStarted' }
  | {
      readonly type: 'uttered'
      readonly by: Seat
      readonly kind: 'speech' | 'reflection'
      readonly turn: number
      readonly utteranceId: string
    }
  | { readonly type: 'handRaised'; readonly turn: number }
  | { readonly type: 'handLowered'; readonly turn: number }
  | { readonly type: 'moreAsked'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'moreGranted'; readonly holder: Seat; readonly turn: number; readonly addedMs: number }
  | { readonly type: 'reflectionBegan'; readonly holder: Seat; readonly turn: number }
  | { readonly type: 'saidBack'; readonly holder: Seat; readonly turn: number; readonly round: 1 | 2 }
  | {
      readonly type: 'answered'
      readonly holder: Seat
      readonly turn: number
      readonly round: 1 | 2
      readonly answer: ReflectionAnswer
    }
  /** There is more: the same turn goes on. */
  | { readonly type: 'turnContinued'; readonly holder: Seat; readonly turn: number; readonly addedMs: number }
  | { readonly type: 'slowed' }
  | { readonly type: 'closingBegan'; readonly turn: number }
  | { readonly type: 'lineOffered'; readonly by: Seat; readonly lineId: string }
  | { readonly type: 'asideBegan'; readonly aside: number }
  | { readonly type: 'asideEnded'; readonly aside: number }
  | { readonly type: 'frozen'; readonly freezeEpoch: number }
  /** Not yet: the app looks again later. Nobody's, and the same whatever was answered. */
  | { readonly type: 'lookMoved'; readonly freezeEpoch: number; readonly rung: number }
  | { readonly type: 'resumed'; readonly freezeEpoch: number }
  /** Somebody says that this pause was a slip. */
  | { readonly type: 'slipCalled'; readonly freezeEpoch: number }
  /** Nobody has said the same; the pause stands as it stood. */
  | { readonly type: 'slipLapsed'; readonly freezeEpoch: number }
  /** Both have said it: everything is as it was. */
  | { readonly type: 'slipped'; readonly freezeEpoch: number }
  /** The line that somebody came back with; shown once both are through. */
  | { readonly type: 'reentered'; readonly by: Seat; readonly lineId: string }
  /** Both would rather take another topic. */
  | { readonly type: 'redirected'; readonly turn: number }
  /** The floor is there again. */
  | { readonly type: 'cameBack'; readonly freezeEpoch: number }
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
  | { readonly code: 'stale_plan' }
  | { readonly code: 'not_listener' }
  | { readonly code: 'untimed' }
  | { readonly code: 'nothing_asked' }
  | { readonly code: 'not_reflecting' }
  | { readonly code: 'not_closing' }
  | { readonly code: 'aside' }
  | { readonly code: 'not_aside' }
  | { readonly code: 'returning' }
  | { readonly code: 'not_returning' }
  | { readonly code: 'no_talk' }
  | { readonly code: 'stale_freeze_epoch'; readonly freezeEpoch: number }
  | { readonly code: 'cooldown_running'; readonly leftMs: number }
  | { readonly code: 'no_slip' }

/**
 * How a command ended. Private answers (`willing`, `notToday`, `ready`, `notYet`, `comfort`, `back`, `reenter`, `goOn`) all
 * get the same `kept`, also the one that completes a pair, so that an answer cannot be told by its reply.
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
