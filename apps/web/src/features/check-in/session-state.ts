import { type Device, newDevice, type Seat } from '@turnstone/check-in'
import type { Answering, Door, Ending, Recording, Said, Unsent } from './view'

/** Which check-in this is, as the server told it first. */
export interface Room {
  readonly checkInId: string
  readonly seat: Seat
  readonly agreementHash: string
}

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
  readonly unsent: readonly Unsent[]
  /** Freeze epochs whose reason was our word. */
  readonly wordEpochs: readonly number[]
  /** Our word was typed here and is not acknowledged yet. */
  readonly wordPressed: boolean
  readonly willing: Answering
  /** My answer to "how is it for you", and the freeze it was for. */
  readonly ready: { readonly epoch: number | null; readonly state: Answering }
  /** The turn whose pass is on its way or failed. */
  readonly passing: { readonly turn: number; readonly state: 'sending' | 'failed' } | null
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
  unsent: [],
  wordEpochs: [],
  wordPressed: false,
  willing: 'asked',
  ready: { epoch: null, state: 'asked' },
  passing: null,
  ending: 'no',
  recording: 'none',
}
