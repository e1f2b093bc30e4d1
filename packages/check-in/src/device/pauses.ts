import type { Outcome } from '../types.ts'
import type { Device, DeviceEffect, DeviceStep } from './device.ts'
import { confirmPress, freezeOnPress, lastKnown, liftIfAllowed } from './freeze.ts'
import { remember } from './snapshots.ts'
import { ACK_WITHIN_MS, AGAIN_EVERY_MS, HOLD_WITHIN_MS } from './times.ts'
import { isSilent } from './touch.ts'

/** More of either at once adds nothing: one is enough to stand still. */
const MOST_AT_ONCE = 8

/** Freeze here, then tell (I11). The same id again is the same press. */
export function pressPause(device: Device, commandId: string, slippable: boolean, nowMs: number): DeviceStep {
  const pressedBefore = device.settled.includes(commandId) || device.presses.some((one) => one.commandId === commandId)
  if (hasEnded(device) || pressedBefore) return { device, effects: [] }
  const frozen = freezeOnPress(device, slippable, nowMs)
  if (device.presses.length >= MOST_AT_ONCE) return { device: frozen, effects: [] }

  const { seq, freezeEpoch } = lastKnown(device)
  const press = { commandId, seq, freezeEpoch, sendAtMs: nowMs + ACK_WITHIN_MS }
  return {
    device: { ...frozen, presses: [...frozen.presses, press] },
    effects: [{ type: 'sendPause', commandId, over: 'socket' }],
  }
}

/** Somebody pressed, and it is not committed yet: hold still, and see to it that it is not lost. */
export function takeHold(device: Device, commandId: string, nowMs: number): DeviceStep {
  if (hasEnded(device) || isKnown(device, commandId) || device.holds.length >= MOST_AT_ONCE)
    return { device, effects: [] }
  // What was known here may be long past: then a freeze that was slept through would pass for this pause.
  const freezeEpoch = isSilent(device, nowMs) ? null : lastKnown(device).freezeEpoch
  const hold = { commandId, freezeEpoch, committedSeq: null, sendAtMs: nowMs + HOLD_WITHIN_MS }
  return { device: { ...device, holds: [...device.holds, hold] }, effects: [] }
}

/** The answer to a pause, its own or one it was told of. Answers to anything else are not the freeze's business. */
export function takeAnswer(device: Device, commandId: string, outcome: Outcome, nowMs: number): DeviceStep {
  const press = device.presses.find((one) => one.commandId === commandId)
  const hold = device.holds.find((one) => one.commandId === commandId)
  if (press === undefined && hold === undefined) return { device, effects: [] }
  if (outcome.kind === 'refused' && outcome.refusal.code === 'ended') return theEndWasSaid(device)
  if (outcome.kind !== 'committed') return { device, effects: [] }

  const behind = outcome.seq > lastKnown(device).seq
  const effects: DeviceEffect[] = behind ? [{ type: 'fetchSnapshot' }] : []
  if (press !== undefined) {
    const settled = settlePress(device, commandId)
    return { device: liftIfAllowed(confirmPress(settled, press, outcome.seq, nowMs), nowMs), effects }
  }
  return { device: behind ? awaitShown(device, commandId, outcome.seq) : settleHold(device, commandId), effects }
}

/** A pause is only ever refused because the check-in is over; that lifts, and asks to be shown. */
function theEndWasSaid(device: Device): DeviceStep {
  return {
    device: { ...device, over: true, freeze: null, presses: [], holds: [] },
    effects: [{ type: 'fetchSnapshot' }],
  }
}

function settlePress(device: Device, commandId: string): Device {
  return {
    ...device,
    presses: device.presses.filter((one) => one.commandId !== commandId),
    settled: remember(device.settled, [commandId]),
  }
}

function settleHold(device: Device, commandId: string): Device {
  return {
    ...device,
    holds: device.holds.filter((one) => one.commandId !== commandId),
    settled: remember(device.settled, [commandId]),
  }
}

function awaitShown(device: Device, commandId: string, committedSeq: number): Device {
  return { ...device, holds: device.holds.map((one) => (one.commandId === commandId ? { ...one, committedSeq } : one)) }
}

/** Sends what is due again: a press until it is answered, a hold's pause in place of whoever pressed. */
export function sendWhatIsDue(device: Device, nowMs: number): DeviceStep {
  const dueHold = (hold: Device['holds'][number]): boolean => hold.committedSeq === null && hold.sendAtMs <= nowMs
  const due = [...device.presses.filter((press) => press.sendAtMs <= nowMs), ...device.holds.filter(dueHold)]
  if (due.length === 0) return { device, effects: [] }

  const again = nowMs + AGAIN_EVERY_MS
  return {
    device: {
      ...device,
      presses: device.presses.map((press) => (press.sendAtMs <= nowMs ? { ...press, sendAtMs: again } : press)),
      holds: device.holds.map((hold) => (dueHold(hold) ? { ...hold, sendAtMs: again } : hold)),
    },
    effects: due.map(({ commandId }) => ({ type: 'sendPause', commandId, over: 'both' })),
  }
}

/** Everything unanswered, over the link that just came up. */
export function sendAll(device: Device): readonly DeviceEffect[] {
  return [...device.presses, ...device.holds.filter(({ committedSeq }) => committedSeq === null)].map(
    ({ commandId }) => ({ type: 'sendPause', commandId, over: 'socket' }),
  )
}

/**
 * Whether this device may tell the server that it is there. Not before its pause was heard: a partner's clock must not
 * run on because this device seems present.
 */
export function mayBeat(device: Device): boolean {
  return device.presses.length === 0
}

function isKnown(device: Device, commandId: string): boolean {
  return (
    device.settled.includes(commandId) ||
    device.presses.some((one) => one.commandId === commandId) ||
    device.holds.some((one) => one.commandId === commandId)
  )
}

/** The end is final; nothing presses or holds after it. */
export function hasEnded(device: Device): boolean {
  return device.over || device.latest?.snapshot.phase.kind === 'ended'
}
