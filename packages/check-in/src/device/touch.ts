import type { Snapshot } from '../snapshot.ts'
import type { Device, DeviceStep } from './device.ts'
import { AGAIN_EVERY_MS, SILENCE_MS } from './times.ts'

/** Nobody has confirmed for a while that things stand as this device shows them. */
export function isSilent(device: Device, nowMs: number): boolean {
  return device.heardAtMs === null || nowMs - device.heardAtMs >= SILENCE_MS
}

/** The server has just said that things stand as `known`. */
export function inTouch(device: Device, known: Snapshot, nowMs: number): Device {
  return { ...device, heardAtMs: nowMs, clearAtMs: known.phase.kind === 'frozen' ? device.clearAtMs : nowMs }
}

/**
 * A beat for what is known keeps a device in touch. It does not bring one back: after a silence it may have waited in a
 * buffer for as long, so only a snapshot does. A beat for a later seq says that there is more to know.
 */
export function takeBeat(device: Device, seq: number, nowMs: number): DeviceStep {
  const known = device.latest?.snapshot
  if (known === undefined || seq > known.seq || isSilent(device, nowMs)) {
    return { device, effects: [{ type: 'fetchSnapshot' }] }
  }
  if (seq < known.seq) return { device, effects: [] }
  return { device: inTouch(device, known, nowMs), effects: [] }
}

/** A held device does not wait to be told: it asks how things stand, by whatever way is open. */
export function askWhenSilent(device: Device, nowMs: number): DeviceStep {
  const askedLately = device.askedAtMs !== null && nowMs - device.askedAtMs < AGAIN_EVERY_MS
  if (!isSilent(device, nowMs) || askedLately || device.version !== 'current') return { device, effects: [] }
  return { device: { ...device, askedAtMs: nowMs }, effects: [{ type: 'fetchSnapshot' }] }
}
