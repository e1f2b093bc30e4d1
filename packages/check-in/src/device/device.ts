import type { Snapshot } from '../snapshot.ts'
import type { Outcome, Refusal } from '../types.ts'

/**
 * What one device knows of one check-in. Plain data; all times are this device's own monotonic milliseconds.
 * Two devices of one partner are two of these: nothing in here depends on who sits where (I19).
 */
export interface Device {
  /** The believed state with the highest `seq`, and when it arrived; null before the first. */
  readonly latest: { readonly snapshot: Snapshot; readonly receivedAtMs: number } | null
  /** When the server last confirmed that `latest` is how things stand; null when that has to be asked first. */
  readonly heardAtMs: number | null
  /** When the server last confirmed that nothing was frozen: what is shown frozen later began since. */
  readonly clearAtMs: number | null
  /** Stands from the press, or from a frozen snapshot, until a resume that `mayLift` accepts. */
  readonly freeze: LocalFreeze | null
  /** Pauses pressed here that no answer has come for. While there is one, every resume is ignored. */
  readonly presses: readonly Press[]
  /** Pauses pressed elsewhere that this device was told of before they were committed. */
  readonly holds: readonly Hold[]
  /** Pauses that are through with, so that an echo does not hold this device again. */
  readonly settled: readonly string[]
  /** The last state shown here moved on without both partners' signatures; it was not believed. */
  readonly tampered: boolean
  /** `reloading` once the page was asked to fetch a version that understands what is being said. */
  readonly version: 'current' | 'outdated' | 'reloading'
  /** The server said that the check-in is over, before showing it. */
  readonly over: boolean
  /** When the snapshot was last asked for because of silence. */
  readonly askedAtMs: number | null
}

/** Why this device stands still although its newest state may not. */
export interface LocalFreeze {
  /** A resume must be for this freeze epoch or a later one… */
  readonly epoch: number
  /** …for this look at it or a later one, as far as this device was shown… */
  readonly rung: number
  /** …and come after this seq. */
  readonly seq: number
  /** The cool-down by this device's own clock, from the press until the first frozen snapshot says when it began. */
  readonly cooldown:
    | { readonly kind: 'pressed'; readonly atMs: number }
    | { readonly kind: 'agreed'; readonly epoch: number; readonly untilMs: number }
  /** What was pressed here since. Whoever did so on purpose is never offered that it was a slip. */
  readonly pressed: 'nothing' | 'onPurpose' | MaybeSlip
  /** When this device learned that the freeze is committed; null while it may still be known here alone. */
  readonly confirmedAtMs: number | null
}

/** A gesture, or what was heard, and nothing since: the pause of `epoch` may have been a slip. */
export interface MaybeSlip {
  readonly epoch: number
  readonly atMs: number
}

export interface Press {
  readonly commandId: string
  /** What was known at the press: the answer's seq tells whether this pause came later. */
  readonly seq: number
  readonly freezeEpoch: number
  readonly sendAtMs: number
}

export interface Hold {
  readonly commandId: string
  /** A later freeze epoch shows the pause; null when it came to a device out of touch, and only its answer can tell. */
  readonly freezeEpoch: number | null
  /** The seq it was committed at, once this device has its answer. */
  readonly committedSeq: number | null
  readonly sendAtMs: number
}

/** What a device hears, from its person, the server or its own page. */
export type DeviceInput =
  /** `slippable`: by a gesture, or by what was heard. */
  | { readonly type: 'pressPause'; readonly commandId: string; readonly slippable?: boolean }
  | { readonly type: 'gotHold'; readonly commandId: string }
  /** `proof`: whether both signatures of `snapshot.lastResume` were verified; `absent` when there is none to verify. */
  | { readonly type: 'gotSnapshot'; readonly snapshot: Snapshot; readonly proof: 'valid' | 'invalid' | 'absent' }
  | { readonly type: 'gotBeat'; readonly seq: number }
  | { readonly type: 'gotAck'; readonly commandId: string; readonly outcome: Outcome }
  | { readonly type: 'gotRefusal'; readonly commandId: string; readonly refusal: Refusal }
  | { readonly type: 'linkLost' }
  /** The socket is open again. Before the first beat is sent over it. */
  | { readonly type: 'linkUp' }
  /** A message, phase or event this version cannot read. */
  | { readonly type: 'gotUnknown' }
  /** Time passed; at least four times a second while the page is shown. */
  | { readonly type: 'tick' }
  /** The page is shown again after it was hidden or asleep. Before its next paint. */
  | { readonly type: 'restored' }

/** What the browser is asked to do. Losing an effect costs time, never safety: it is asked again. */
export type DeviceEffect =
  | { readonly type: 'sendPause'; readonly commandId: string; readonly over: 'socket' | 'both' }
  | { readonly type: 'fetchSnapshot' }
  | { readonly type: 'reload' }

export interface DeviceStep {
  readonly device: Device
  readonly effects: readonly DeviceEffect[]
}

/** A device that knows nothing yet. */
export function newDevice(): Device {
  return {
    latest: null,
    heardAtMs: null,
    clearAtMs: null,
    freeze: null,
    presses: [],
    holds: [],
    settled: [],
    tampered: false,
    version: 'current',
    over: false,
    askedAtMs: null,
  }
}
