import { floorAfter, runningOutMs } from '../floor-time.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Floor } from '../types.ts'
import type { Device, DeviceInput, DeviceStep } from './device.ts'
import { freezeWith, liftIfAllowed } from './freeze.ts'
import { inTouch } from './touch.ts'

/** Takes what the server shows, if it is newer and believable. Snapshots are whole, so a gap in `seq` is no loss. */
export function takeSnapshot(
  device: Device,
  { snapshot, proof }: Extract<DeviceInput, { type: 'gotSnapshot' }>,
  nowMs: number,
): DeviceStep {
  const known = device.latest?.snapshot
  if (device.version !== 'current' || known?.phase.kind === 'ended') return { device, effects: [] }
  if (known !== undefined && snapshot.seq < known.seq) return { device, effects: [] }
  if (known !== undefined && snapshot.seq === known.seq)
    return { device: refresh(device, snapshot, nowMs), effects: [] }
  if (!isBelievable(snapshot, proof, known)) {
    return { device: { ...device, tampered: true, heardAtMs: null }, effects: [] }
  }

  const taken: Device = {
    ...device,
    latest: { snapshot, receivedAtMs: nowMs },
    tampered: false,
    holds: device.holds.filter((hold) => !shows(snapshot, hold)),
    settled: remember(
      device.settled,
      device.holds.filter((hold) => shows(snapshot, hold)).map(({ commandId }) => commandId),
    ),
  }
  const heard = inTouch(taken, snapshot, nowMs)
  return { device: liftIfAllowed(freezeWith(heard, snapshot, nowMs), nowMs), effects: [] }
}

/** Stopping needs no proof. Moving, once there ever was a freeze, needs both signatures for the last one (I4). */
function isBelievable(snapshot: Snapshot, proof: 'valid' | 'invalid' | 'absent', known: Snapshot | undefined): boolean {
  if (snapshot.phase.kind === 'ended') return true
  if (known !== undefined && snapshot.freezeEpoch < known.freezeEpoch) return false
  if (snapshot.phase.kind === 'frozen' || snapshot.freezeEpoch === 0) return true
  return proof === 'valid' && snapshot.lastResume?.freezeEpoch === snapshot.freezeEpoch
}

function shows(snapshot: Snapshot, hold: Device['holds'][number]): boolean {
  if (snapshot.phase.kind === 'ended') return true
  if (hold.committedSeq !== null) return snapshot.seq >= hold.committedSeq
  return hold.freezeEpoch !== null && snapshot.freezeEpoch > hold.freezeEpoch
}

/** The same state again: at most it says that less time is left than this device counted. */
function refresh(device: Device, snapshot: Snapshot, nowMs: number): Device {
  const { latest } = device
  if (latest === null || device.tampered || latest.snapshot.phase.kind !== snapshot.phase.kind) return device
  const heard = inTouch(device, latest.snapshot, nowMs)
  if (latest.snapshot.phase.kind !== 'running' || snapshot.phase.kind !== 'running') return heard

  const counted = floorAt(latest.snapshot.phase, nowMs - latest.receivedAtMs)
  const [countedMs, shownMs] = [runningOutMs(counted), runningOutMs(snapshot.phase.floor)]
  if (countedMs === null || shownMs === null || shownMs > countedMs) return heard
  const phase = { ...latest.snapshot.phase, floor: floorAfter(counted, countedMs - shownMs) }
  return { ...heard, latest: { snapshot: { ...latest.snapshot, phase }, receivedAtMs: nowMs } }
}

/** The floor as it stands `sinceMs` after the snapshot arrived. */
export function floorAt({ floor, clock }: Extract<Snapshot['phase'], { kind: 'running' }>, sinceMs: number): Floor {
  return clock === 'running' ? floorAfter(floor, Math.max(0, sinceMs)) : floor
}

const REMEMBERED = 32

/** Adds ids to a short memory; the oldest go. */
export function remember(settled: readonly string[], commandIds: readonly string[]): readonly string[] {
  return [...settled, ...commandIds].slice(-REMEMBERED)
}
