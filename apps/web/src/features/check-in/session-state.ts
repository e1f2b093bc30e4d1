import { type Comfort, type Device, newDevice, type ReturnStage, type Seat } from '@turnstone/check-in'
import type { Rests } from './resting'
import type {
  Answering,
  Doing,
  Door,
  Ending,
  Keeping,
  Line,
  Recording,
  Said,
  Saying,
  Side,
  Unsent,
  VaultNow,
} from './view'

/** Which check-in this is, as the server told it first. */
export interface Room {
  readonly checkInId: string
  readonly seat: Seat
  readonly agreementHash: string
}

/** Each with the id under which it is sent until it is heard. */
export interface Owed {
  readonly back: { readonly commandId: string; readonly aside: number } | null
  readonly comfort: { readonly commandId: string; readonly answer: Comfort } | null
}

export type OpenedLine = Omit<Line, 'saved'>

/** What somebody came back with from a pause, as it was sealed. */
export interface OpenedReentry {
  readonly key: string
  readonly by: Side
  readonly text: string | null
}

/** Everything one page knows of the check-in it shows. */
export interface SessionState {
  readonly room: Room | null
  readonly door: Door | null
  readonly device: Device
  /** Until when a held screen says "one moment" and not "lost": a page that woke up is asking. */
  readonly checkingUntilMs: number
  readonly vault: VaultNow
  /** A resume came that this device cannot check without its key; it was not shown to the device. */
  readonly withheld: boolean
  /** The server no longer knows this check-in for me: the link has ended. */
  readonly gone: boolean
  readonly said: readonly Said[]
  readonly lines: readonly OpenedLine[]
  readonly reentries: readonly OpenedReentry[]
  /** What of this check-in I am putting into my journal, by its key. */
  readonly saving: Readonly<Record<string, Keeping>>
  readonly unsent: readonly Unsent[]
  /** Freeze epochs whose reason was our word. */
  readonly wordEpochs: readonly number[]
  /** Our word was typed here and is not acknowledged yet. */
  readonly wordPressed: boolean
  /** What came to rest in it. */
  readonly rests: Rests
  /** Which jotting of mine a turn is about. */
  readonly brought: Readonly<Record<number, string>>
  /** My answer to "is today good", and the plan and freeze it was given under: either voids it. */
  readonly willing: { readonly planEpoch: number; readonly freezeEpoch: number; readonly state: Answering }
  /** My answer to "how is it for you", and the freeze and the look it was for: another of either voids it. */
  readonly ready: { readonly epoch: number | null; readonly rung: number; readonly state: Answering }
  /** What I made of a pause that may have been a slip; for another freeze it says nothing. */
  readonly slip: { readonly epoch: number | null; readonly state: Saying | 'leftAlone' }
  /** My answer to a stage of coming back; for another stage or freeze it says nothing. */
  readonly through: { readonly freezeEpoch: number; readonly stage: ReturnStage; readonly state: Answering } | null
  /** What was pressed here last, until its effect shows. */
  readonly doing: Doing | null
  /** The aside that I said I am back from. */
  readonly backFrom: number
  /** Private answers that were given here and not heard yet: they wait for the connection. */
  readonly owed: Owed
  /** Whether I have answered the comfort check, here or on another device; how, is nowhere once it was heard. */
  readonly comfortAnswered: boolean
  /** The turn that was last given more time. */
  readonly moreGivenIn: number | null
  /** Since when nothing moves here although nobody paused: held, or the clock waits for somebody. */
  readonly stillSinceMs: number | null
  readonly ending: Ending
  /** The same for *nothing more*. */
  readonly closing: Ending
  readonly recording: Recording
}

export const initialState: SessionState = {
  room: null,
  door: null,
  device: newDevice(),
  checkingUntilMs: 0,
  vault: 'opening',
  withheld: false,
  gone: false,
  said: [],
  lines: [],
  reentries: [],
  saving: {},
  unsent: [],
  wordEpochs: [],
  wordPressed: false,
  rests: { rested: [], stoppedAt: null, byWord: null },
  brought: {},
  willing: { planEpoch: 0, freezeEpoch: 0, state: 'asked' },
  ready: { epoch: null, rung: 0, state: 'asked' },
  slip: { epoch: null, state: 'open' },
  through: null,
  doing: null,
  backFrom: 0,
  owed: { back: null, comfort: null },
  comfortAnswered: false,
  moreGivenIn: null,
  stillSinceMs: null,
  ending: 'no',
  closing: 'no',
  recording: 'none',
}
