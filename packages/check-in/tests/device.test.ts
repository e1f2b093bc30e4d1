import { expect, test } from 'vitest'
import {
  type Device,
  type DeviceEffect,
  type DeviceInput,
  deviceStep,
  mayBeat,
  newDevice,
  type Screen,
  SILENCE_MS,
  type Snapshot,
  screenOf,
} from '../src/index.ts'
import { PLAN, RULES, turnOf } from './support.ts'

const RUNNING: Snapshot = {
  seq: 5,
  rules: RULES,
  starter: 'a',
  plan: PLAN,
  planEpoch: 0,
  talk: null,
  way: 'aloud',
  pace: 'timed',
  slower: false,
  slowedIn: null,
  redirectedIn: null,
  asides: 0,
  freezeEpoch: 0,
  openedAtMs: 1,
  turns: 1,
  lastResume: null,
  phase: { kind: 'running', floor: turnOf('a', 1, 60_000), clock: 'running' },
}
const FROZEN: Snapshot = {
  ...RUNNING,
  seq: 6,
  freezeEpoch: 1,
  phase: {
    kind: 'frozen',
    freezeEpoch: 1,
    cooldownLeftMs: RULES.cooldownMs,
    breatherMs: null,
    rung: 0,
    look: 'asks',
    returnAtMs: 777,
    slip: null,
    interrupted: { kind: 'floor', floor: turnOf('a', 1, 50_000) },
  },
}
const RESUMED: Snapshot = {
  ...RUNNING,
  seq: 7,
  freezeEpoch: 1,
  lastResume: { of: 'ready', freezeEpoch: 1, rung: 0, signatures: { a: 'A', b: 'B' } },
}
const ENDED: Snapshot = { ...RUNNING, seq: 9, freezeEpoch: 1, phase: { kind: 'ended', endedAtMs: 42, setDown: false } }

/** A device driven by hand. */
class Phone {
  device: Device = newDevice()
  nowMs = 1000
  effects: DeviceEffect[] = []

  hears(input: DeviceInput): this {
    const step = deviceStep(this.device, input, this.nowMs)
    this.device = step.device
    this.effects = [...step.effects]
    return this
  }

  sees(snapshot: Snapshot, proof: 'valid' | 'invalid' | 'absent' = 'absent'): this {
    return this.hears({ type: 'gotSnapshot', snapshot, proof })
  }

  presses(commandId = 'p'): this {
    return this.hears({ type: 'pressPause', commandId })
  }

  /** Time goes by, in touch or not, with a tick every 100 ms; gathers the effects on the way. */
  after(ms: number, beats: number | null = null): this {
    const effects: DeviceEffect[] = []
    for (let gone = 0; gone < ms; gone += 100) {
      this.nowMs += Math.min(100, ms - gone)
      if (beats !== null) effects.push(...this.hears({ type: 'gotBeat', seq: beats }).effects)
      effects.push(...this.hears({ type: 'tick' }).effects)
    }
    this.effects = effects
    return this
  }

  get screen(): Screen {
    return screenOf(this.device, this.nowMs)
  }

  get kind(): Screen['kind'] {
    return this.screen.kind
  }
}

const committed = (commandId: string, seq: number): DeviceInput => ({
  type: 'gotAck',
  commandId,
  outcome: { kind: 'committed', seq },
})
const sends = (phone: Phone) => phone.effects.filter(({ type }) => type === 'sendPause')
const fetches = (phone: Phone) => phone.effects.filter(({ type }) => type === 'fetchSnapshot')

test('I11 · a press freezes in the same step that first sends it, known or unknown, linked or not', () => {
  for (const phone of [new Phone(), new Phone().sees(RUNNING), new Phone().sees(RUNNING).hears({ type: 'linkLost' })]) {
    phone.presses()
    expect(phone.screen).toMatchObject({ kind: 'frozen', confirmed: false, partnerMayNotKnow: true, epoch: null })
    expect(phone.effects).toEqual([{ type: 'sendPause', commandId: 'p', over: 'socket' }])
  }
})

test('[DV1] an unanswered press goes both ways after 700 ms, then every two seconds', () => {
  const phone = new Phone().sees(RUNNING).presses()
  expect(sends(phone.after(600, 5))).toEqual([])
  expect(sends(phone.after(100, 5))).toEqual([{ type: 'sendPause', commandId: 'p', over: 'both' }])
  expect(sends(phone.after(1900, 5))).toEqual([])
  expect(sends(phone.after(4100, 5))).toHaveLength(3)
  phone.hears(committed('p', 6))
  expect(sends(phone.after(10_000, 5))).toEqual([])
})

test('[DV1] the same id is the same press', () => {
  const phone = new Phone().sees(RUNNING).presses().presses()
  expect(phone.effects).toEqual([])
  phone.hears(committed('p', 6)).sees(FROZEN).presses()
  expect(phone.device.presses).toEqual([])
})

test('[DV1] many presses are bounded, and every one of them stands still', () => {
  const phone = new Phone().sees(RUNNING)
  for (let count = 0; count < 100; count += 1) phone.presses(`p-${count}`)
  expect(phone.device.presses.length).toBeLessThanOrEqual(8)
  expect(phone.kind).toBe('frozen')
})

test('[DV2] a device with an unanswered pause lifts for no resume', () => {
  const phone = new Phone().sees(RUNNING).presses().sees(FROZEN).after(RULES.cooldownMs, 6)
  phone.sees(RESUMED, 'valid').after(60_000, 7)
  expect(phone.kind).toBe('frozen')
  const next = { ...FROZEN, seq: 8, freezeEpoch: 2, lastResume: RESUMED.lastResume }
  phone.sees({ ...next, phase: { ...FROZEN.phase, freezeEpoch: 2 } as Snapshot['phase'] }).hears(committed('p', 8))
  expect(phone.screen).toMatchObject({ kind: 'frozen', confirmed: true, epoch: 2 })
})

test('[DV2] an answer also tells which resumes came before it', () => {
  const phone = new Phone().sees(FROZEN).presses().hears(committed('p', 9)).after(RULES.cooldownMs, 6)
  expect(phone.sees(RESUMED, 'valid').kind).toBe('frozen')
  const forged = { ...RESUMED, seq: 11 }
  expect(phone.sees(forged, 'valid').kind).toBe('frozen')
  const real = {
    ...RESUMED,
    seq: 12,
    freezeEpoch: 2,
    lastResume: { of: 'ready' as const, freezeEpoch: 2, rung: 0, signatures: { a: 'A', b: 'B' } },
  }
  expect(phone.sees(real, 'valid').kind).toBe('live')
})

test('I4 · a frozen device lifts only with both signatures, for this freeze, after it', () => {
  const frozen = () => new Phone().sees(RUNNING).sees(FROZEN).after(RULES.cooldownMs, 6)
  expect(frozen().sees(RESUMED, 'valid').kind).toBe('live')
  expect(frozen().sees(RESUMED, 'invalid').kind).toBe('frozen')
  expect(frozen().sees(RESUMED, 'absent').kind).toBe('frozen')
  expect(frozen().sees({ ...RESUMED, lastResume: null }, 'valid').kind).toBe('frozen')
  expect(frozen().sees({ ...RESUMED, freezeEpoch: 0 }, 'valid').kind).toBe('frozen')
  expect(frozen().sees({ ...RESUMED, freezeEpoch: 2 }, 'valid').kind).toBe('frozen')
  expect(frozen().sees({ ...RESUMED, seq: 6 }, 'valid').kind).toBe('frozen')
  expect(frozen().sees({ ...RESUMED, seq: 2 }, 'valid').kind).toBe('frozen')
})

test('I4 · a yes from before the look that a device was shown does not lift it', () => {
  const [{ phase }, { lastResume }] = [FROZEN, RESUMED]
  if (phase.kind !== 'frozen' || lastResume === null) throw new Error('another sample')
  const again: Snapshot = { ...FROZEN, seq: 7, phase: { ...phase, rung: 1 } }
  const frozen = () => new Phone().sees(RUNNING).sees(FROZEN).sees(again).after(RULES.cooldownMs, 7)
  expect(frozen().sees({ ...RESUMED, seq: 8 }, 'valid').kind).toBe('frozen')
  expect(frozen().sees({ ...RESUMED, seq: 8, lastResume: { ...lastResume, rung: 1 } }, 'valid').kind).toBe('live')
})

test('[DV3] a resume that comes before the own cool-down is kept until it is over', () => {
  const phone = new Phone()
    .sees(RUNNING)
    .sees(FROZEN)
    .after(RULES.cooldownMs - 500, 6)
  expect(phone.sees(RESUMED, 'valid').screen).toMatchObject({ kind: 'frozen', cooldownLeftMs: 500 })
  expect(phone.after(400, 7).kind).toBe('frozen')
  expect(phone.after(100, 7).kind).toBe('live')
})

test('[DV3] a kept resume gives way to a new freeze', () => {
  const phone = new Phone()
    .sees(RUNNING)
    .sees(FROZEN)
    .after(RULES.cooldownMs - 500, 6)
    .sees(RESUMED, 'valid')
  const again: Snapshot = { ...FROZEN, seq: 8, freezeEpoch: 2, lastResume: RESUMED.lastResume }
  phone.sees({ ...again, phase: { ...FROZEN.phase, freezeEpoch: 2 } as Snapshot['phase'] })
  expect(phone.after(5000, 8).kind).toBe('frozen')
})

test('[DV4] what moved on without proof is not believed, and the device says so', () => {
  const frozen = new Phone().sees(FROZEN).after(RULES.cooldownMs, 6).sees(RESUMED, 'invalid')
  expect(frozen.screen).toMatchObject({ kind: 'frozen', tampered: true })
  expect(frozen.sees(RESUMED, 'valid').kind).toBe('live')

  const live = new Phone().sees(RUNNING).sees(RESUMED, 'invalid')
  expect(live.screen).toMatchObject({ kind: 'held', tampered: true })
  expect(live.after(1000, 5).sees(RUNNING).kind).toBe('held')
  expect(live.sees(RESUMED, 'valid').kind).toBe('live')

  expect(new Phone().sees(RESUMED, 'absent').screen).toMatchObject({ kind: 'held', last: null, tampered: true })
})

test('[DV5] silence holds, and only a snapshot brings the device back', () => {
  const phone = new Phone()
  expect(phone.kind).toBe('connecting')
  phone.sees(RUNNING).after(SILENCE_MS - 1)
  expect(phone.kind).toBe('live')
  phone.after(1)
  expect(phone.screen).toMatchObject({ kind: 'held', reason: 'connection', last: { seq: 5 } })
  phone.hears({ type: 'gotBeat', seq: 5 })
  expect(phone.kind).toBe('held')
  expect(fetches(phone)).toHaveLength(1)
  expect(phone.sees(RUNNING).kind).toBe('live')
  expect(phone.after(60_000, 5).kind).toBe('live')
})

test('[DV5] a lost link and a page shown again hold at once, and a held device asks', () => {
  expect(new Phone().sees(RUNNING).hears({ type: 'linkLost' }).kind).toBe('held')
  expect(new Phone().sees(RUNNING).hears({ type: 'linkUp' }).kind).toBe('held')
  const restored = new Phone().sees(RUNNING).hears({ type: 'restored' })
  expect(restored.kind).toBe('held')
  expect(fetches(restored)).toHaveLength(1)
  expect(fetches(restored.after(6000))).toHaveLength(3)
  expect(restored.sees(RUNNING).kind).toBe('live')
})

test('[DV6] a hold holds until the pause is shown', () => {
  const phone = new Phone().sees(RUNNING).hears({ type: 'gotHold', commandId: 'h' })
  expect(phone.screen).toMatchObject({ kind: 'held', reason: 'hold' })
  expect(phone.sees({ ...RUNNING, seq: 6 }).kind).toBe('held')
  expect(phone.sees({ ...FROZEN, seq: 7 }).kind).toBe('frozen')
  expect(phone.device.holds).toEqual([])
})

test('[DV6] a pause nobody committed is submitted by who was told of it', () => {
  const phone = new Phone().sees(RUNNING).hears({ type: 'gotHold', commandId: 'h' })
  expect(sends(phone.after(1400, 5))).toEqual([])
  expect(sends(phone.after(100, 5))).toEqual([{ type: 'sendPause', commandId: 'h', over: 'both' }])
  expect(sends(phone.after(2000, 5))).toHaveLength(1)
  phone.hears(committed('h', 8))
  expect(fetches(phone)).toHaveLength(1)
  expect(phone.sees({ ...FROZEN, seq: 7, freezeEpoch: 0, phase: RUNNING.phase }).kind).toBe('held')
  expect(phone.sees({ ...FROZEN, seq: 8 }).kind).toBe('frozen')
})

test('[DV6] a hold is over when its pause turns out to be long through', () => {
  const phone = new Phone().sees(RESUMED, 'valid').hears({ type: 'gotHold', commandId: 'h' })
  expect(phone.kind).toBe('held')
  expect(phone.hears(committed('h', 6)).kind).toBe('live')
  expect(phone.hears({ type: 'gotHold', commandId: 'h' }).kind).toBe('live')
})

test('[DV6] before anything is known, only its answer ends a hold', () => {
  const phone = new Phone().hears({ type: 'gotHold', commandId: 'h' })
  expect(phone.sees(RUNNING).kind).toBe('held')
  phone.hears(committed('h', 6))
  expect(phone.sees(FROZEN).kind).toBe('frozen')
})

test('[DV6] a freeze that was slept through does not stand for a later pause', () => {
  const phone = new Phone().sees(RUNNING).hears({ type: 'linkUp' }).hears({ type: 'gotHold', commandId: 'h' })
  expect(phone.sees(RESUMED, 'valid').screen).toMatchObject({ kind: 'held', reason: 'hold' })
  expect(sends(phone.after(1500, 7))).toEqual([{ type: 'sendPause', commandId: 'h', over: 'both' }])
  expect(phone.hears(committed('h', 8)).kind).toBe('held')
})

test('[DV7] older states change nothing, a gap is no loss, the same state only takes time away', () => {
  const phone = new Phone().sees({ ...RUNNING, seq: 9 }).sees(FROZEN)
  expect(phone.kind).toBe('live')
  const left = (leftMs: number): Snapshot => ({
    ...RUNNING,
    seq: 9,
    phase: { ...RUNNING.phase, floor: { kind: 'turn', holder: 'a', turn: 1, leftMs } } as Snapshot['phase'],
  })
  phone.after(1000, 9).sees(left(60_000))
  expect(phone.screen).toMatchObject({ floor: { leftMs: 59_000 } })
  expect(phone.sees(left(40_000)).screen).toMatchObject({ floor: { leftMs: 40_000 } })
  expect(phone.sees({ ...FROZEN, seq: 30 }).kind).toBe('frozen')
})

test('[DV7] a beat ahead makes the device ask, and does not keep it in touch', () => {
  const phone = new Phone().sees(RUNNING)
  expect(fetches(phone.after(SILENCE_MS, 6)).length).toBeGreaterThan(1)
  expect(phone.kind).toBe('held')
})

test('[DV8] the end lifts everything, for good', () => {
  const phone = new Phone().sees(RUNNING).presses().sees(ENDED)
  expect(phone.screen).toEqual({ kind: 'ended', endedAtMs: 42, setDown: false })
  expect(phone.presses('late').effects).toEqual([])
  phone.hears({ type: 'gotHold', commandId: 'h' }).sees({ ...RUNNING, seq: 99 })
  expect(phone.after(10_000).effects).toEqual([])
  expect(phone.kind).toBe('ended')
})

test('[DV8] an answer that it has ended is enough', () => {
  for (const phone of [
    new Phone().sees(RUNNING).presses('x'),
    new Phone().sees(RUNNING).hears({ type: 'gotHold', commandId: 'x' }),
  ]) {
    phone.hears({ type: 'gotRefusal', commandId: 'x', refusal: { code: 'ended' } })
    expect(phone.screen).toEqual({ kind: 'ended', endedAtMs: null, setDown: false })
    expect(fetches(phone)).toHaveLength(1)
    expect(phone.sees(ENDED).screen).toEqual({ kind: 'ended', endedAtMs: 42, setDown: false })
  }
})

test('[DV8] another command’s refusal, or another answer to a pause, lifts nothing', () => {
  const phone = new Phone().sees(RUNNING).presses()
  phone.hears({ type: 'gotRefusal', commandId: 'other', refusal: { code: 'ended' } })
  phone.hears({ type: 'gotRefusal', commandId: 'p', refusal: { code: 'not_holder' } })
  phone.hears({ type: 'gotAck', commandId: 'p', outcome: { kind: 'kept' } })
  expect(phone.kind).toBe('frozen')
  expect(phone.device.presses).toHaveLength(1)
})

test('I21 · what a version cannot read never lifts a freeze', () => {
  const phone = new Phone().sees(FROZEN).hears({ type: 'gotUnknown' }).after(RULES.cooldownMs, 6)
  expect(phone.sees(RESUMED, 'valid').kind).toBe('frozen')
  expect(phone.after(60_000, 7).kind).toBe('frozen')
})

test('[DV9] an outdated device stands still, reloads once, and lets nothing move it', () => {
  const phone = new Phone().sees(RUNNING).hears({ type: 'gotUnknown' })
  expect(phone.effects).toEqual([{ type: 'reload' }])
  expect(phone.kind).toBe('outdated')
  expect(phone.hears({ type: 'gotUnknown' }).effects).toEqual([])
  expect(phone.sees({ ...RUNNING, seq: 8 }).kind).toBe('outdated')
})

test('[DV9] an outdated device pauses, and does not reload before it was heard', () => {
  const phone = new Phone().sees(RUNNING).presses().hears({ type: 'gotUnknown' })
  expect(phone.effects).toEqual([])
  expect(sends(phone.after(3000, 5))).toHaveLength(2)
  phone.hears(committed('p', 6))
  expect(phone.effects).toContainEqual({ type: 'reload' })
  expect(phone.kind).toBe('frozen')
})

test('[DV10] a renewed freeze and a server whose clock leapt leave the own cool-down alone', () => {
  const phone = new Phone().sees(RUNNING).sees(FROZEN).after(10_000, 6)
  const leapt = {
    ...FROZEN,
    seq: 8,
    freezeEpoch: 2,
    phase: { ...FROZEN.phase, freezeEpoch: 2, cooldownLeftMs: 0 } as Snapshot['phase'],
  }
  expect(phone.sees(leapt).screen).toMatchObject({ cooldownLeftMs: RULES.cooldownMs - 10_000, epoch: 2 })
  const resumed = {
    ...RESUMED,
    seq: 9,
    freezeEpoch: 2,
    lastResume: { of: 'ready' as const, freezeEpoch: 2, rung: 0, signatures: { a: 'A', b: 'B' } },
  }
  phone.sees(resumed, 'valid').after(RULES.cooldownMs - 10_001, 9)
  expect(phone.kind).toBe('frozen')
  expect(phone.after(1, 9).kind).toBe('live')
})

test('[DV10] the cool-down counts from the freeze, not from a press that came late to it', () => {
  const phone = new Phone()
    .sees(RUNNING)
    .after(RULES.cooldownMs - 1000)
    .presses()
  expect(phone.screen).toMatchObject({ cooldownLeftMs: RULES.cooldownMs })
  phone.sees({ ...FROZEN, phase: { ...FROZEN.phase, cooldownLeftMs: 1000 } as Snapshot['phase'] })
  expect(phone.screen).toMatchObject({ cooldownLeftMs: 1000, returnAtMs: 777 })
  expect(new Phone().presses().screen).toMatchObject({ cooldownLeftMs: null, returnAtMs: null })
})

test('[DV10] a server whose clock leapt before this device was shown the freeze cannot say that it began long ago', () => {
  const leapt = { ...FROZEN, phase: { ...FROZEN.phase, cooldownLeftMs: 0 } as Snapshot['phase'] }
  const phone = new Phone().sees(RUNNING).after(2000, RUNNING.seq)
  expect(phone.sees(leapt).screen).toMatchObject({ cooldownLeftMs: RULES.cooldownMs })
  expect(new Phone().sees(leapt).screen).toMatchObject({ cooldownLeftMs: 0 })
})

test('[DV10] another freeze after a missed resume counts anew', () => {
  const phone = new Phone().sees(FROZEN).after(RULES.cooldownMs, 6)
  const another = { ...FROZEN, seq: 9, freezeEpoch: 2, lastResume: RESUMED.lastResume }
  phone.sees({ ...another, phase: { ...FROZEN.phase, freezeEpoch: 2 } as Snapshot['phase'] })
  expect(phone.screen).toMatchObject({ cooldownLeftMs: RULES.cooldownMs })
})

test('[DV11] nobody is said to know before they do', () => {
  const phone = new Phone().sees(RUNNING).presses()
  expect(phone.after(60_000, 5).screen).toMatchObject({ confirmed: false, partnerMayNotKnow: true })
  phone.hears(committed('p', 6))
  expect(phone.screen).toMatchObject({ confirmed: true, partnerMayNotKnow: true })
  expect(phone.after(SILENCE_MS).screen).toMatchObject({ confirmed: true, partnerMayNotKnow: false })
  expect(phone.presses('again').screen).toMatchObject({ confirmed: false, partnerMayNotKnow: true })
})

test('[DV13] an unanswered press silences the beats and goes first over a new link', () => {
  const phone = new Phone().sees(RUNNING)
  expect(mayBeat(phone.device)).toBe(true)
  phone.presses().hears({ type: 'linkLost' })
  expect(mayBeat(phone.device)).toBe(false)
  phone.hears({ type: 'linkUp' })
  expect(phone.effects).toEqual([{ type: 'sendPause', commandId: 'p', over: 'socket' }, { type: 'fetchSnapshot' }])
  expect(mayBeat(phone.hears(committed('p', 6)).device)).toBe(true)
})

test('[DV12] left time is counted down here, and only while the clock runs', () => {
  const phone = new Phone().sees(RUNNING).after(1500, 5)
  expect(phone.screen).toMatchObject({ kind: 'live', clock: 'running', floor: { leftMs: 58_500 } })
  expect(phone.after(100_000, 5).screen).toMatchObject({ floor: { leftMs: 0 } })
  phone.sees({ ...RUNNING, seq: 8, phase: { ...RUNNING.phase, clock: 'stopped' } as Snapshot['phase'] })
  expect(phone.after(5000, 8).screen).toMatchObject({ clock: 'stopped', floor: { leftMs: 60_000 } })
})

test('[DV12] before the start there is nothing to count', () => {
  const phone = new Phone().sees({ ...RUNNING, seq: 1, openedAtMs: null, turns: 0, phase: { kind: 'waiting' } })
  expect(phone.kind).toBe('waiting')
})

const SLIPPED: Snapshot = {
  ...RESUMED,
  lastResume: { of: 'slip', freezeEpoch: 1, rung: 0, signatures: { a: 'A', b: 'B' } },
}
const CALLED: Snapshot = {
  ...FROZEN,
  seq: 7,
  phase: { ...FROZEN.phase, slip: { by: 'a', leftMs: 60_000 } } as Snapshot['phase'],
}
const gesture = (phone: Phone) => phone.hears({ type: 'pressPause', commandId: 'p', slippable: true })
const gestured = () => gesture(new Phone().sees(RUNNING)).hears(committed('p', 6)).sees(FROZEN)
const slipOf = (phone: Phone) => (phone.screen.kind === 'frozen' ? phone.screen.slip.kind : phone.kind)

test('[DV14] a slip that both signed lifts before the cool-down, for exactly its freeze', () => {
  expect(new Phone().sees(RUNNING).sees(FROZEN).sees(SLIPPED, 'valid').kind).toBe('live')
  expect(gestured().sees(SLIPPED, 'valid').kind).toBe('live')

  const frozen = () => new Phone().sees(RUNNING).sees(FROZEN)
  expect(frozen().sees(SLIPPED, 'invalid').screen).toMatchObject({ kind: 'frozen', tampered: true })
  expect(frozen().sees(RESUMED, 'valid').kind).toBe('frozen')
  const earlier = { ...SLIPPED, lastResume: { ...SLIPPED.lastResume, freezeEpoch: 0 } } as Snapshot
  expect(frozen().sees(earlier, 'valid').kind).toBe('frozen')
  const later = { ...SLIPPED, freezeEpoch: 2, lastResume: { ...SLIPPED.lastResume, freezeEpoch: 2 } } as Snapshot
  const phone = frozen().sees(later, 'valid')
  expect(phone.kind).toBe('frozen')
  expect(phone.after(RULES.cooldownMs, 7).kind).toBe('live')
})

test('[DV14] a device on which somebody paused on purpose lifts for no slip of it before its cool-down', () => {
  const pressed = new Phone().sees(RUNNING).presses().hears(committed('p', 6)).sees(FROZEN)
  const again = gestured().presses('q').hears(committed('q', 6))
  const gestureInPause = new Phone().sees(RUNNING).sees(FROZEN)
  gestureInPause.hears({ type: 'pressPause', commandId: 'q', slippable: true }).hears(committed('q', 6))
  for (const phone of [pressed, again, gestureInPause]) {
    expect(slipOf(phone)).toBe('none')
    expect(slipOf(phone.sees(CALLED))).toBe('none')
    phone.sees({ ...SLIPPED, seq: 8 }, 'valid')
    expect(phone.kind).toBe('frozen')
    expect(phone.after(RULES.cooldownMs, 8).kind).toBe('live')
  }
})

test('[DV14] not for a freeze that was renewed, nor with a press unanswered', () => {
  const renewed = { ...FROZEN, seq: 7, freezeEpoch: 2, phase: { ...FROZEN.phase, freezeEpoch: 2 } } as Snapshot
  const slipOfIt = {
    ...SLIPPED,
    seq: 9,
    freezeEpoch: 2,
    lastResume: { ...SLIPPED.lastResume, freezeEpoch: 2 },
  } as Snapshot
  const phone = new Phone().sees(RUNNING).sees(FROZEN).sees(renewed)
  expect(phone.sees(slipOfIt, 'valid').kind).toBe('frozen')
  expect(gestured().sees(renewed).sees(slipOfIt, 'valid').kind).toBe('frozen')
  const unanswered = gesture(new Phone().sees(RUNNING)).sees(FROZEN)
  expect(slipOf(unanswered)).toBe('none')
  expect(unanswered.sees(SLIPPED, 'valid').kind).toBe('frozen')
})

test('[DV14] an outdated device lifts for none', () => {
  const phone = new Phone().sees(RUNNING).sees(FROZEN).hears({ type: 'gotUnknown' })
  expect(phone.sees(SLIPPED, 'valid').kind).toBe('frozen')
})

test('[DV15] that it may be called one shows where the gesture was made, for half a minute and until another pause', () => {
  const phone = gestured()
  expect(slipOf(phone)).toBe('callable')
  expect(slipOf(phone.after(29_900, 6))).toBe('callable')
  expect(slipOf(phone.after(200, 6))).toBe('none')
  expect(slipOf(new Phone().sees(RUNNING).sees(FROZEN))).toBe('none')
  const renewed = { ...FROZEN, seq: 7, freezeEpoch: 2, phase: { ...FROZEN.phase, freezeEpoch: 2 } } as Snapshot
  expect(slipOf(gestured().sees(renewed))).toBe('none')
  // Somebody had paused before this gesture was heard.
  const second = gesture(new Phone().sees(RUNNING)).hears(committed('p', 7)).sees(renewed)
  expect(slipOf(second)).toBe('none')
})

test('[DV15] what was called shows on both, and no longer than it stands', () => {
  for (const phone of [gestured(), new Phone().sees(RUNNING).sees(FROZEN)]) {
    expect(phone.sees(CALLED).screen).toMatchObject({ slip: { kind: 'called', by: 'a' }, epoch: 1 })
    expect(slipOf(phone.after(60_000, 7))).toBe('none')
  }
})
