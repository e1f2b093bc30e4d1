import { type Device, newDevice, type Seat } from '@turnstone/check-in'
import type { Answering, Doing, Door, Ending, Keeping, Line, Recording, Said, Unsent } from './view'

/** Which check-in this is, as the server told it first. */
export interface Room {
  readonly checkInId: string
  readonly seat: Seat
  readonly agreementHash: string
}

export type OpenedLine = Omit<Line, 'saved'>

/** Everything one page knows of the check-in it shows. */
export interface SessionState {
  readonly room: Room | null
  readonly door: Door | null
  readonly device: Device
  /** Until when a held screen says "one moment" and not "lost": a page that woke up is asking. */
  readonly checkingUntilMs: number
  readonly vault: 'open' | 'locked'
  /** A resume came that this device cannot check without its key; it was not shown to the device. */
  readonly withheld: boolean
  /** The server no longer knows this check-in for me: the link has ended. */
  readonly gone: boolean
  readonly said: readonly Said[]
  readonly lines: readonly OpenedLine[]
  /** What of this check-in I am putting into my journal, by its key. */
  readonly saving: Readonly<Record<string, Keeping>>
  readonly unsent: readonly Unsent[]
  /** Freeze epochs whose reason was our word. */
  readonly wordEpochs: readonly number[]
  /** Our word was typed here and is not acknowledged yet. */
  readonly wordPressed: boolean
  /** My answer to "is today good", and the plan and freeze it was given under: either voids it. */
  readonly willing: { readonly planEpoch: number; readonly freezeEpoch: number; readonly state: Answering }
  /** My answer to "how is it for you", and the freeze it was for. */
  readonly ready: { readonly epoch: number | null; readonly state: Answering }
  /** What was pressed here last, until its effect shows. */
  readonly doing: Doing | null
  /** The aside that I said I am back from. */
  readonly backFrom: number
  /** Whether the comfort check was answered; how, is nowhere on this device. */
  readonly comfortAnswered: boolean
  readonly ending: Ending
  readonly recording: Recording
}

export const initialState: SessionState = {
  room: null,
  door: null,
  device: newDevice(),
  checkingUntilMs: 0,
  vault: 'locked',
  withheld: false,
  gone: false,
  said: [],
  lines: [],
  saving: {},
  unsent: [],
  wordEpochs: [],
  wordPressed: false,
  willing: { planEpoch: 0, freezeEpoch: 0, state: 'asked' },
  ready: { epoch: null, state: 'asked' },
  doing: null,
  backFrom: 0,
  comfortAnswered: false,
  ending: 'no',
  recording: 'none',
}
