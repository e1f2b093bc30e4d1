import type { Snapshot } from '../snapshot.ts'
import type { ResumeProof } from '../types.ts'
import type { Device, LocalFreeze } from './device.ts'

/** Freezes this device on the press, before anybody is asked (I11). */
export function freezeOnPress(device: Device, slippable: boolean, nowMs: number): Device {
  if (device.freeze !== null) {
    return { ...device, freeze: { ...device.freeze, pressed: 'onPurpose', confirmedAtMs: null } }
  }
  const { seq, freezeEpoch } = lastKnown(device)
  const freeze: LocalFreeze = {
    epoch: freezeEpoch,
    rung: 0,
    seq,
    cooldown: { kind: 'pressed', atMs: nowMs },
    pressed: slippable ? { epoch: freezeEpoch + 1, atMs: nowMs } : 'onPurpose',
    confirmedAtMs: null,
  }
  return { ...device, freeze }
}

/** The pause pressed here was committed: from now on only a resume of that freeze, or of a later one, lifts. */
export function confirmPress(
  device: Device,
  press: { seq: number; freezeEpoch: number },
  seq: number,
  nowMs: number,
): Device {
  const { freeze } = device
  if (freeze === null) return device
  const itsEpoch = seq > press.seq ? press.freezeEpoch + 1 : press.freezeEpoch
  return {
    ...device,
    freeze: {
      ...freeze,
      epoch: Math.max(freeze.epoch, itsEpoch),
      rung: itsEpoch > freeze.epoch ? 0 : freeze.rung,
      seq: Math.max(freeze.seq, seq),
      confirmedAtMs: freeze.confirmedAtMs ?? nowMs,
    },
  }
}

/** Freezes with a newly believed frozen snapshot. */
export function freezeWith(device: Device, snapshot: Snapshot, nowMs: number): Device {
  const { phase } = snapshot
  if (phase.kind !== 'frozen') return device
  // Whatever the server's clock did meanwhile: this freeze began after nothing was frozen.
  const leastMs = Math.min(snapshot.rules.cooldownMs, phase.breatherMs ?? snapshot.rules.cooldownMs)
  const sinceClearMs = (device.clearAtMs ?? Number.NEGATIVE_INFINITY) + leastMs
  const untilMs = Math.max(nowMs + phase.cooldownLeftMs, sinceClearMs)
  const known = device.freeze
  const freeze: LocalFreeze = {
    epoch: Math.max(known?.epoch ?? 0, phase.freezeEpoch),
    rung: phase.rung,
    seq: Math.max(known?.seq ?? 0, snapshot.seq),
    cooldown: agreedCooldown(known, snapshot, phase.freezeEpoch, untilMs),
    pressed: known?.pressed ?? 'nothing',
    confirmedAtMs: known?.confirmedAtMs ?? nowMs,
  }
  return { ...device, freeze }
}

/**
 * The first frozen snapshot says when the break began. A renewed freeze keeps that; the server's clock cannot shorten
 * what this device is counting itself (I5). Only another freeze, after a resume this device missed, counts anew.
 */
function agreedCooldown(
  known: LocalFreeze | null,
  snapshot: Snapshot,
  epoch: number,
  untilMs: number,
): LocalFreeze['cooldown'] {
  if (known === null || known.cooldown.kind === 'pressed') return { kind: 'agreed', epoch, untilMs }
  const resumedSince = (snapshot.lastResume?.freezeEpoch ?? 0) >= known.cooldown.epoch
  if (!resumedSince) return known.cooldown
  return { kind: 'agreed', epoch, untilMs: Math.max(known.cooldown.untilMs, untilMs) }
}

/** Lifts the local freeze when everything says so, or when the check-in has ended. */
export function liftIfAllowed(device: Device, nowMs: number): Device {
  const { freeze, latest } = device
  if (freeze === null || latest === null) return device
  if (latest.snapshot.phase.kind === 'ended') return { ...device, freeze: null }
  return mayLift(device, freeze, latest.snapshot, nowMs) ? { ...device, freeze: null } : device
}

/** `latest` was only believed with both signatures; here it must also be about this freeze, and not too early. */
function mayLift(device: Device, freeze: LocalFreeze, latest: Snapshot, nowMs: number): boolean {
  if (device.version !== 'current' || device.presses.length > 0) return false
  if (latest.phase.kind === 'frozen') return false
  const proof = latest.lastResume
  if (latest.seq <= freeze.seq || proof === null || proof.freezeEpoch < freeze.epoch) return false
  if (proof.freezeEpoch === freeze.epoch && proof.rung < freeze.rung) return false
  return waivesCooldown(freeze, proof) || cooldownUntilMs(device, freeze) <= nowMs
}

/** Both have signed that this very pause was a slip. The one way to move before the cool-down is over. */
function waivesCooldown(freeze: LocalFreeze, proof: ResumeProof): boolean {
  return proof.of === 'slip' && proof.freezeEpoch === freeze.epoch && maySlip(freeze, proof.freezeEpoch)
}

/** Never what was pressed here on purpose, and never a freeze that was renewed: whoever paused again meant it. */
export function maySlip({ epoch, cooldown, pressed }: LocalFreeze, slipEpoch: number): boolean {
  const began = cooldown.kind === 'agreed' ? cooldown.epoch : null
  if (epoch !== slipEpoch || began !== slipEpoch || pressed === 'onPurpose') return false
  return pressed === 'nothing' || pressed.epoch === slipEpoch
}

/** When this device's own cool-down is over; never, while it does not even know how long one is. */
export function cooldownUntilMs(device: Device, { cooldown }: LocalFreeze): number {
  if (cooldown.kind === 'agreed') return cooldown.untilMs
  if (device.latest === null) return Number.POSITIVE_INFINITY
  return cooldown.atMs + device.latest.snapshot.rules.cooldownMs
}

/** The seq and epoch this device can vouch for. */
export function lastKnown(device: Device): { readonly seq: number; readonly freezeEpoch: number } {
  return device.latest?.snapshot ?? { seq: 0, freezeEpoch: 0 }
}
