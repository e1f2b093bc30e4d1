import type { Device, DeviceEffect, DeviceInput, DeviceStep } from './device.ts'
import { liftIfAllowed } from './freeze.ts'
import { hasEnded, pressPause, sendAll, sendWhatIsDue, takeAnswer, takeHold } from './pauses.ts'
import { takeSnapshot } from './snapshots.ts'
import { askWhenSilent, takeBeat } from './touch.ts'

/** What one input makes of a device, and what the browser shall do. `nowMs` is the device's own monotonic clock. */
export function deviceStep(device: Device, input: DeviceInput, nowMs: number): DeviceStep {
  const step = take(device, input, nowMs)
  return reloadWhenNothingIsPending(step)
}

function take(device: Device, input: DeviceInput, nowMs: number): DeviceStep {
  switch (input.type) {
    case 'pressPause':
      return pressPause(device, input.commandId, input.slippable === true, nowMs)
    case 'gotHold':
      return takeHold(device, input.commandId, nowMs)
    case 'gotSnapshot':
      return takeSnapshot(device, input, nowMs)
    case 'gotBeat':
      return takeBeat(device, input.seq, nowMs)
    case 'gotAck':
      return takeAnswer(device, input.commandId, input.outcome, nowMs)
    case 'gotRefusal':
      return takeAnswer(device, input.commandId, { kind: 'refused', refusal: input.refusal }, nowMs)
    case 'linkLost':
      return { device: { ...device, heardAtMs: null }, effects: [] }
    case 'linkUp':
      return { device: { ...device, heardAtMs: null }, effects: [...sendAll(device), { type: 'fetchSnapshot' }] }
    case 'gotUnknown':
      return { device: device.version === 'current' ? { ...device, version: 'outdated' } : device, effects: [] }
    case 'tick':
      return tick(device, nowMs)
    case 'restored':
      return { device: { ...device, heardAtMs: null, askedAtMs: nowMs }, effects: [{ type: 'fetchSnapshot' }] }
  }
}

function tick(device: Device, nowMs: number): DeviceStep {
  if (hasEnded(device)) return { device, effects: [] }
  const sent = sendWhatIsDue(liftIfAllowed(device, nowMs), nowMs)
  const asked = askWhenSilent(sent.device, nowMs)
  return { device: asked.device, effects: [...sent.effects, ...asked.effects] }
}

/** A page that does not understand any more is replaced, but not while it may be the only one that knows of a pause. */
function reloadWhenNothingIsPending({ device, effects }: DeviceStep): DeviceStep {
  const pending = device.presses.length > 0 || device.holds.some(({ committedSeq }) => committedSeq === null)
  if (device.version !== 'outdated' || pending) return { device, effects }
  const reload: DeviceEffect = { type: 'reload' }
  return { device: { ...device, version: 'reloading' }, effects: [...effects, reload] }
}
