import type { Pace, ReturnStage, Seat, Way } from '@turnstone/check-in'
import type { FormatId } from '@turnstone/content'
import type { StepId } from './agenda'
import type { ReentryWords } from './reentry'

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
  /** Nothing was heard yet; it opens by itself. */
  | 'offline'
  | 'failed'

export type Side = 'me' | 'them'

/**
 * `asked`: the question stands. `kept`: an answer was kept; which one is not remembered anywhere on this screen.
 * `another`: what it was for is void, by a pause or by another plan; it is asked anew.
 */
/** `opening`: it is not known yet whether it opens by itself. */
export type VaultNow = 'opening' | 'open' | 'locked'

export type Answering = 'asked' | 'sending' | 'kept' | 'failed' | 'another'

/**
 * Why nothing moves although nobody paused. `lost`: no connection. `checking`: it is back, its news is not in yet.
 * `brief`: closed like these, and so recently that there is no word about it yet.
 */
export type Held = 'no' | 'brief' | 'checking' | 'lost'

export type FloorView =
  | { readonly kind: 'breath'; readonly next: Side }
  | { readonly kind: 'turn' | 'grace'; readonly holder: Side; readonly hand: boolean; readonly more: 'none' | 'asked' }
  | {
      readonly kind: 'reflection'
      readonly holder: Side
      readonly round: 1 | 2
      readonly stage: 'saying' | 'answering' | 'more'
    }
  | { readonly kind: 'closing' }

/** A piece of what was said, opened. Null when the vault refused it: shown, never skipped in silence. */
export interface Said {
  readonly key: string
  readonly kind: 'speech' | 'reflection'
  readonly by: Side
  readonly turn: number
  readonly text: string | null
}

/** A piece of mine that the server has not acknowledged. */
export interface Unsent {
  readonly key: string
  readonly kind: 'speech' | 'line'
  readonly text: string
  /** `waiting` for the connection; `returned`: it was not sent and will not be, its author takes it back. */
  readonly state: 'sending' | 'waiting' | 'returned'
}

/** A line that one of the two offered at the end. It goes into the living room once the other saves it. */
export interface Line {
  readonly key: string
  readonly by: Side
  readonly text: string | null
  readonly saved: Saving
}

export type Saving = 'no' | 'saving' | 'saved' | 'failed'
/** What becomes of a piece of mine. `letGo` is a choice of this page, and undone by keeping it after all. */
export type Keeping = Saving | 'letGo'

/** The agenda as one line. A turn at the table may be for two steps: both are `now`. */
export interface Step {
  readonly id: StepId
  readonly state: 'done' | 'now' | 'next'
}

/** What was pressed here and has not shown its effect yet. `closed`: pressed while held, and not sent. */
export interface Doing {
  readonly what: Verb
  readonly state: 'sending' | 'failed' | 'closed'
}

export type Verb =
  | 'choose'
  | 'pass'
  | 'handUp'
  | 'handDown'
  | 'askMore'
  | 'grantMore'
  | 'sayBack'
  | 'ratherNot'
  | 'answer'
  | 'more'
  | 'slow'
  | 'oneMinute'

export interface LiveView {
  readonly checkInId: string
  /** When it was opened, by the server's clock. */
  readonly openedAtMs: number
  /** Who began. */
  readonly starter: Side
  readonly floor: FloorView
  readonly turn: number
  readonly way: Way
  readonly pace: Pace
  /** A rehearsal: what has been tried is marked on this page. */
  readonly practice: boolean
  readonly steps: readonly Step[]
  readonly nextStep: StepId | null
  readonly held: Held
  /** `stopped`: somebody is not here. `aside`: somebody asked for one minute. */
  readonly clock: 'running' | 'stopped' | 'aside'
  /** The clock has been stopped for long enough to say so. */
  readonly clockWaits: boolean
  /**
   * What was left at `asOfMs` of this page's steady clock; it runs down from there while nothing waits. Null: this floor
   * has no time of its own.
   */
  readonly leftMs: number | null
  readonly asOfMs: number
  readonly wholeMs: number | null
  /** After this turn the listener says back what was heard. */
  readonly thenSaidBack: boolean
  /** My turn ends within twenty seconds. */
  readonly endsSoon: boolean
  /** I hold a turn that is about to end, and have not asked for more of it. At the table whoever holds it. */
  readonly mayAskMore: boolean
  /** The listener has given this turn more time; said until it is about to end again. */
  readonly moreGiven: boolean
  /** Somebody said "slower"; nobody learns who. */
  readonly slower: boolean
  /** What was talked about before rests: our word was said, or both chose another topic. */
  readonly topicRests: boolean
  /** What of the agenda rests until the end, as far as this page has seen it come to rest. */
  readonly rests: readonly StepId[]
  readonly restingJottings: readonly string[]
  /** How often words to begin with are drawn anew: the same on both sides. */
  readonly draw: number
  /** It was said openly, and stands for this turn. */
  readonly slowedNow: boolean
  /**
   * Set while everything waits for somebody who went to the door. `onItsWay`: I said that I am back, and nobody has heard
   * it yet. Whether the other is back is not shown.
   */
  readonly aside: { readonly mine: 'away' | 'onItsWay' | 'back' } | null
  /** "Is this comfortable?", once, past the middle, and never while I speak. */
  readonly askComfort: boolean
  readonly said: readonly Said[]
  readonly lines: readonly Line[]
  /** What I do with my own pieces. */
  readonly kept: Readonly<Record<string, Keeping>>
  readonly unsent: readonly Unsent[]
  /** Without the key the floor, pausing and ending still work. */
  readonly vault: VaultNow
  readonly doing: Doing | null
}

/** How sure it is that the other device knows. Nothing here ever claims more. */
export type Confirmation = 'set' | 'unconfirmed'

/** What becomes of saying it here. */
export type Saying = 'open' | 'sending' | 'failed'

/**
 * `mayBe`: the pause was felt or heard here just now. `said`: I have said that it was a slip. `asked`: the other one says
 * so. That I would rather stay paused shows nowhere.
 */
export type SlipView =
  | { readonly what: 'none' | 'said' }
  | { readonly what: 'mayBe' | 'asked'; readonly saying: Saying }

export type Proof = 'none' | 'tampered'

export interface PausedView {
  readonly confirmation: Confirmation
  /** Nobody pressed pause: what both said yes to began with it. */
  readonly breather: boolean
  /** Null until the server has said when. */
  readonly returnAtMs: number | null
  /** What comes at that time: the first question, the question again, or it is set down. */
  readonly comes: 'first' | 'again' | 'setDown'
  readonly topicRests: boolean
  /** `resting`: the shortest break is not over. */
  readonly break: 'resting' | 'over'
  readonly answering: Answering
  readonly slip: SlipView
  readonly proof: Proof
  readonly vault: VaultNow
}

/** What one of the two came back with. Null when the vault refused it, or it is no such line. */
export interface ReentryLine {
  readonly key: string
  readonly by: Side
  readonly words: ReentryWords | null
}

/** Both go on, and the stone is not there yet. Whether the other is through is not shown (law 5). */
export interface ReturningView {
  readonly stage: ReturnStage
  readonly mine: Answering
  /** There is something to read only once both are through with saying it. */
  readonly lines: readonly ReentryLine[]
  /** Both would rather take another topic. */
  readonly redirected: boolean
  /** Our word was said in this check-in. */
  readonly topicRests: boolean
  /** Both had their time: either may go on. */
  readonly mayGoOn: boolean
  readonly held: Held
  readonly vault: VaultNow
}

/** What today would be, and my answer to it. The plan is for both to see and for either to change. */
export interface WillingView {
  readonly checkInId: string
  readonly vault: VaultNow
  readonly format: string
  readonly minutes: number
  readonly steps: readonly StepId[]
  readonly planEpoch: number
  /** Whose offer it is to make something right; null when it is another kind. `breatherMs` is null where it goes on. */
  readonly offer: { readonly by: Side; readonly breatherMs: number | null } | null
  readonly talk: TalkView | null
  readonly answering: Answering
  readonly held: Held
  readonly doing: Doing | null
}

/** What the last repair talk came to. `left`: it stopped before this step. `closed`: one of the two wants nothing more said. */
export type TalkView =
  | { readonly kind: 'left'; readonly by: Side; readonly next: StepId }
  | { readonly kind: 'closed'; readonly by: Side }

export type Recording = 'none' | 'keeping' | 'kept' | 'waiting' | 'locked'

/** What this page still holds after the end. What the other one said is not in it. */
export interface Left {
  /** Which kind of check-in it was; null when nothing of it was ever heard. */
  readonly format: string | null
  readonly openedAtMs: number | null
  readonly said: readonly Said[]
  readonly kept: LiveView['kept']
  readonly lines: readonly Line[]
  /** Something came to rest in it. */
  readonly rests: boolean
}

export type CheckInView =
  | { readonly kind: 'opening' }
  | { readonly kind: 'door'; readonly door: Door }
  | { readonly kind: 'willing'; readonly willing: WillingView }
  | { readonly kind: 'live'; readonly live: LiveView }
  | { readonly kind: 'paused'; readonly paused: PausedView }
  | { readonly kind: 'returning'; readonly returning: ReturningView }
  /** `setDown`: nobody ended it; a pause went on for so long. `closedBy`: who wants nothing more said about it. */
  | {
      readonly kind: 'ended'
      readonly setDown: boolean
      readonly closedBy: Side | null
      readonly recording: Recording
      readonly left: Left
    }

/** What a person can do here. None of them waits: each answers at once with a changed view. */
export interface CheckInActions {
  readonly choose: (plan: {
    readonly format: FormatId
    readonly minutes: number
    readonly repair?: { readonly kind: 'offer'; readonly breatherMs: number } | { readonly kind: 'goOn' }
  }) => void
  /** Today works, for the plan that is shown, spoken in this way and at this pace. */
  readonly willing: (how: { readonly way: Way; readonly pace: Pace }) => void
  readonly notToday: () => void
  readonly send: (text: string) => void
  /** Takes a returned piece off the list; whoever calls has put its text back into the field. */
  readonly takeBack: (key: string) => void
  /** This turn is about that jotting of mine. */
  readonly bring: (jottingId: string) => void
  readonly pass: () => void
  readonly handUp: () => void
  readonly handDown: () => void
  readonly askMore: () => void
  readonly grantMore: () => void
  /** I have said back what I heard; with a text, it is sent first. */
  readonly sayBack: (text: string) => void
  readonly ratherNot: () => void
  readonly answer: (answer: 'thatsIt' | 'almost' | 'notYet') => void
  readonly more: (more: boolean) => void
  /** Gentler, said openly; nothing stops. */
  readonly slow: () => void
  readonly oneMinute: () => void
  readonly back: () => void
  readonly comfort: (answer: 'fine' | 'slower') => void
  readonly offerLine: (text: string) => void
  /** A line of theirs into the living room: then both have said yes to it. */
  readonly saveLine: (key: string) => void
  /** Pieces of mine into my drawer, as one page. Nobody is told. */
  readonly keep: (keys: readonly string[]) => void
  readonly letGo: (keys: readonly string[]) => void
  readonly pause: () => void
  readonly pauseByKey: () => void
  /** Our word stands in a field: a pause, and the topic rests. */
  readonly ourWord: () => void
  /** Felt, or heard: it may have been a slip. */
  readonly pauseByGesture: () => void
  readonly ourWordAloud: () => void
  /** This pause was a slip, mine or theirs. */
  readonly slip: () => void
  /** Sends nothing. */
  readonly stayPaused: () => void
  readonly ready: () => void
  readonly notYet: () => void
  /** Coming back with these words or none, and with or without a yes to another topic. */
  readonly reenter: (said: { readonly words: ReentryWords; readonly another: boolean }) => void
  /** Through with this stage of coming back. */
  readonly goOn: () => void
  readonly end: () => void
  /** What is to be made right with me: nothing more of it, for good. */
  readonly nothingMore: () => void
  readonly askAgain: () => void
  readonly retry: () => void
  /** After the end: the next check-in, on this page. */
  readonly another: () => void
}

/** Ending is one person's, at once, from anywhere; on the way means it is not committed yet. */
export type Ending = 'no' | 'sending' | 'failed'

export const sideOf = (seat: Seat, mine: Seat): Side => (seat === mine ? 'me' : 'them')
