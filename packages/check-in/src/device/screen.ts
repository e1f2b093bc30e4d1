import { SLIP_MS } from '../slip.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Floor, Frozen, ReturnStage, Running, Seat } from '../types.ts'
import type { Device, LocalFreeze } from './device.ts'
import { cooldownUntilMs, maySlip } from './freeze.ts'
import { hasEnded } from './pauses.ts'
import { floorAt } from './snapshots.ts'
import { SILENCE_MS } from './times.ts'
import { isSilent } from './touch.ts'

/** What a device may show. Input is open on `live` and `waiting`, and on nothing else. */
export type Screen =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'waiting'; readonly snapshot: Snapshot }
  /** `floor` is counted down here; at 0 nothing changes until the server says so. */
  | {
      readonly kind: 'live'
      readonly snapshot: Snapshot
      readonly floor: Floor
      readonly clock: Running['clock']
    }
  /** Both go on, and the floor is not there yet: each says a line, then both read. */
  | {
      readonly kind: 'returning'
      readonly snapshot: Snapshot
      readonly stage: ReturnStage
      readonly freezeEpoch: number
      /** Until one may go on without the other. */
      readonly leastLeftMs: number
    }
  | {
      readonly kind: 'frozen'
      /** The server has the freeze. */
      readonly confirmed: boolean
      /** Until the freeze is old enough that every device of the partner has stopped one way or the other. */
      readonly partnerMayNotKnow: boolean
      readonly returnAtMs: number | null
      readonly breatherMs: number | null
      readonly look: Frozen['look']
      /** By the longer of this device's and the server's count; null before anything was ever heard. */
      readonly cooldownLeftMs: number | null
      /** What `ready` has to name; null until the server has said. */
      readonly epoch: number | null
      readonly rung: number
      readonly slip: SlipShown
      readonly tampered: boolean
    }
  | {
      readonly kind: 'held'
      readonly reason: 'connection' | 'hold'
      readonly last: Snapshot | null
      readonly tampered: boolean
    }
  | { readonly kind: 'ended'; readonly endedAtMs: number | null; readonly setDown: boolean }
  | { readonly kind: 'outdated' }

/** `callable`: made here just now, by a gesture. `called`: one of the two says so; a yes to it is for `epoch` alone. */
export type SlipShown =
  | { readonly kind: 'none' }
  | { readonly kind: 'callable' }
  | { readonly kind: 'called'; readonly by: Seat }

/** What this device shows at `nowMs`. What stops comes before what moves. */
export function screenOf(device: Device, nowMs: number): Screen {
  if (hasEnded(device)) return endedScreen(device)
  if (device.freeze !== null) return frozenScreen(device, device.freeze, nowMs)
  if (device.version !== 'current') return { kind: 'outdated' }

  const { latest, tampered } = device
  const last = latest?.snapshot ?? null
  if (device.holds.length > 0) return { kind: 'held', reason: 'hold', last, tampered }
  if (latest === null && !tampered) return { kind: 'connecting' }
  if (latest === null || isSilent(device, nowMs)) return { kind: 'held', reason: 'connection', last, tampered }
  return openScreen(latest.snapshot, nowMs - latest.receivedAtMs)
}

function openScreen(snapshot: Snapshot, sinceMs: number): Screen {
  const { phase } = snapshot
  if (phase.kind === 'running') return { kind: 'live', snapshot, floor: floorAt(phase, sinceMs), clock: phase.clock }
  if (phase.kind === 'returning') {
    const { kind, stage, freezeEpoch, leastLeftMs } = phase
    return { kind, snapshot, stage, freezeEpoch, leastLeftMs: Math.max(0, leastLeftMs - sinceMs) }
  }
  return { kind: 'waiting', snapshot }
}

function endedScreen({ latest }: Device): Screen {
  const phase = latest?.snapshot.phase
  return phase?.kind === 'ended' ? phase : { kind: 'ended', endedAtMs: null, setDown: false }
}

function frozenScreen(device: Device, freeze: LocalFreeze, nowMs: number): Screen {
  const { confirmedAtMs } = freeze
  const phase = device.latest?.snapshot.phase
  const frozen = phase?.kind === 'frozen' ? phase : null
  return {
    kind: 'frozen',
    confirmed: confirmedAtMs !== null,
    partnerMayNotKnow: confirmedAtMs === null || nowMs - confirmedAtMs < SILENCE_MS,
    returnAtMs: frozen?.returnAtMs ?? null,
    breatherMs: frozen?.breatherMs ?? null,
    look: frozen?.look ?? 'asks',
    cooldownLeftMs: cooldownLeftMs(device, freeze, nowMs),
    epoch: frozen?.freezeEpoch ?? null,
    rung: frozen?.rung ?? 0,
    slip: slipShown(device, freeze, nowMs),
    tampered: device.tampered,
  }
}

function slipShown({ latest, presses }: Device, freeze: LocalFreeze, nowMs: number): SlipShown {
  const phase = latest?.snapshot.phase
  if (latest === null || phase?.kind !== 'frozen' || presses.length > 0 || !maySlip(freeze, phase.freezeEpoch)) {
    return { kind: 'none' }
  }
  const { slip } = phase
  if (slip !== null) {
    return nowMs - latest.receivedAtMs < slip.leftMs ? { kind: 'called', by: slip.by } : { kind: 'none' }
  }
  const { pressed } = freeze
  const isMine = typeof pressed === 'object' && nowMs - pressed.atMs < SLIP_MS.toCall && phase.rung === 0
  return { kind: isMine ? 'callable' : 'none' }
}

function cooldownLeftMs(device: Device, freeze: LocalFreeze, nowMs: number): number | null {
  const untilMs = cooldownUntilMs(device, freeze)
  if (untilMs === Number.POSITIVE_INFINITY) return null
  const ownMs = Math.max(0, untilMs - nowMs)
  const { latest } = device
  if (latest?.snapshot.phase.kind !== 'frozen') return ownMs
  return Math.max(ownMs, latest.snapshot.phase.cooldownLeftMs - (nowMs - latest.receivedAtMs))
}
