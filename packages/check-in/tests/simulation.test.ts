import { expect, test } from 'vitest'
import type { CheckInEvent, Screen } from '../src/index.ts'
import { RUNS, SEED } from './seed.ts'
import { BREATHER_MS, type Phone, STEP_MS, type Weather, World } from './simulation.ts'

const STORM: Weather = { devicesEach: 2, loss: 0.1, crashes: true, forging: false, outdating: false }
const WORLDS = Math.max(1, Math.ceil(RUNS / 10))

/** Runs many worlds; a failure names the seed that repeats it. */
function everyWorld(weather: Weather, live: (world: World) => void): void {
  for (let index = 0; index < WORLDS; index += 1) {
    const seed = SEED + index
    try {
      live(new World(seed, weather))
    } catch (cause) {
      throw new Error(
        `TURNSTONE_SEED=${seed} TURNSTONE_RUNS=1: ${cause instanceof Error ? cause.message : String(cause)}`,
        {
          cause,
        },
      )
    }
  }
}

/** Tells of each step at which a device went from standing still by a freeze to moving. */
function onLift(told: (phone: Phone, world: World) => void): (world: World) => void {
  const before = new Map<Phone, Screen['kind']>()
  return (world) => {
    for (const phone of world.phones) {
      const { kind } = world.screen(phone)
      if (before.get(phone) === 'frozen' && kind !== 'frozen' && kind !== 'ended') told(phone, world)
      before.set(phone, kind)
    }
  }
}

function committedPause(world: World, commandId: string): number | null {
  const found = world.committed.find((one) => one.commandId === commandId && one.event.type === 'frozen')
  return found?.event.type === 'frozen' ? found.event.freezeEpoch : null
}

/** The freeze that an event ended by both partners' word; null for any other. */
const endedBy = (event: CheckInEvent): number | null =>
  event.type === 'resumed' || event.type === 'slipped' ? event.freezeEpoch : null

/** Both agreed to go on, after this very pause. */
function wasResumed(world: World, commandId: string): boolean {
  const pressed = committedPause(world, commandId)
  return pressed !== null && world.committed.some(({ event }) => (endedBy(event) ?? 0) >= pressed)
}

for (const forging of [false, true]) {
  test(`I4 · in any weather a device lifts only for a resume both signed after its freeze${forging ? ', forgeries or not' : ''}`, () => {
    let lifts = 0
    everyWorld({ ...STORM, forging }, (world) => {
      const look = onLift((phone) => {
        lifts += 1
        const epoch = phone.device.latest?.snapshot.lastResume?.freezeEpoch ?? 0
        const resumes = world.committed.map(({ event }) => endedBy(event) ?? 0)
        expect(resumes, `${phone.name} lifted for epoch ${epoch}`).toContain(epoch)
        for (const press of world.presses.filter((one) => one.phone === phone)) {
          const pressed = committedPause(world, press.commandId)
          expect(pressed, `${phone.name} lifted before its pause was committed`).not.toBeNull()
          expect(pressed).toBeLessThanOrEqual(epoch)
        }
      })
      world.run(40_000, look)
    })
    if (WORLDS >= 30) expect(lifts).toBeGreaterThan(20)
  })
}

/** The freeze that this resume ended, from its first pause on. */
function frozenSince(world: World, epoch: number): number {
  const resumed = world.committed.findIndex(({ event }) => endedBy(event) === epoch)
  const before = world.committed.slice(0, resumed)
  return firstPauseIn(before)?.atMs ?? Number.POSITIVE_INFINITY
}

/** The freeze that this pause made or renewed, from its first pause on. */
function frozenWith(world: World, epoch: number | undefined): number {
  const at = world.committed.findIndex(({ event }) => event.type === 'frozen' && event.freezeEpoch === epoch)
  return firstPauseIn(world.committed.slice(0, at + 1))?.atMs ?? Number.POSITIVE_INFINITY
}

function firstPauseIn(committed: World['committed']): World['committed'][number] | undefined {
  const last = committed.findLastIndex(({ event }) => endedBy(event) !== null)
  return committed.slice(last + 1).find(({ event }) => event.type === 'frozen')
}

/** The one exception: both said that this very pause, made by a gesture, was a slip. */
function wasSlip(world: World, phone: Phone, stoodFor: number | undefined): boolean {
  const proof = phone.device.latest?.snapshot.lastResume
  if (proof?.of !== 'slip' || proof.freezeEpoch !== stoodFor) return false
  const at = world.committed.findIndex(({ event }) => event.type === 'slipped' && event.freezeEpoch === stoodFor)
  if (at === -1) return false
  const made = world.committed.find(({ event }) => event.type === 'frozen' && event.freezeEpoch === stoodFor)
  const press = world.presses.find(({ commandId }) => commandId === made?.commandId)
  expect(press?.slippable, 'a slip of a pause on purpose').toBe(true)
  const onPurpose = world.presses.some(
    (one) => one.phone === phone && !one.slippable && committedPause(world, one.commandId) === stoodFor,
  )
  expect(onPurpose, `${phone.name} pressed it on purpose`).toBe(false)
  return true
}

/** The agreed break; a breather that began with the opening is shorter here. */
function leastMsOf({ committed }: World, frozenAtMs: number): number {
  return committed.some(({ atMs, event }) => event.type === 'opened' && atMs === frozenAtMs) ? BREATHER_MS : 4000
}

test('I5 · in any weather no device moves before the cool-down, even when the server’s clock leaps', () => {
  const lifts = { told: 0, away: 0, slips: 0, breathers: 0 }
  everyWorld(STORM, (world) => {
    /** What each phone knew while it stood still: until when nothing was frozen, and since when it was shown the freeze. */
    const knew = new Map<Phone, { clearAtMs: number; shownAtMs: number; epoch?: number }>()
    const look = onLift((phone) => {
      if (wasSlip(world, phone, knew.get(phone)?.epoch)) {
        lifts.slips += 1
        return
      }
      const proof = phone.device.latest?.snapshot.lastResume
      // A later freeze that was a slip took no time; its own, which this phone stood still for, did.
      const began =
        proof?.of === 'slip' ? frozenWith(world, knew.get(phone)?.epoch) : frozenSince(world, proof?.freezeEpoch ?? 0)
      const { clearAtMs, shownAtMs } = knew.get(phone) ?? { clearAtMs: 0, shownAtMs: Number.POSITIVE_INFINITY }
      const leaptSince = world.leaps.filter((ms) => ms >= began)
      const wasTold = leaptSince.length === 0 || (began <= shownAtMs && leaptSince.every((ms) => shownAtMs < ms))
      lifts[wasTold ? 'told' : 'away'] += 1
      const from = wasTold ? began : Math.min(began, clearAtMs)
      const leastMs = leastMsOf(world, began)
      if (leastMs === BREATHER_MS) lifts.breathers += 1
      expect(world.nowMs - from, `${phone.name}, ${wasTold ? 'told' : 'away'}`).toBeGreaterThanOrEqual(leastMs)
    })
    world.run(40_000, (now) => {
      look(now)
      for (const phone of now.phones) {
        const { latest, clearAtMs } = phone.device
        const isShown = latest?.snapshot.phase.kind === 'frozen'
        // A resume that came before its own cool-down was over says nothing about when that began.
        if (phone.device.freeze?.cooldown.kind === 'agreed' && !isShown) continue
        const { shownAtMs } = knew.get(phone) ?? { shownAtMs: Number.POSITIVE_INFINITY }
        knew.set(phone, {
          clearAtMs: clearAtMs ?? Number.NEGATIVE_INFINITY,
          shownAtMs: isShown ? Math.min(shownAtMs, now.nowMs) : Number.POSITIVE_INFINITY,
          ...(phone.device.freeze && { epoch: phone.device.freeze.epoch }),
        })
      }
    })
  })
  if (WORLDS >= 30) {
    expect(lifts.told).toBeGreaterThan(20)
    expect(lifts.slips).toBeGreaterThan(5)
    expect(lifts.breathers).toBeGreaterThan(0)
  }
})

function standsStill(screen: Screen): boolean {
  if (screen.kind === 'live') return screen.clock !== 'running'
  return screen.kind !== 'waiting'
}

test('I10 · three seconds after a press every device stands still, cut off or not', () => {
  let watched = 0
  everyWorld({ devicesEach: 1, loss: 0, crashes: false, forging: false, outdating: false }, (world) => {
    world.run(60_000, () => {
      for (const press of world.presses) {
        const agoMs = world.nowMs - press.atMs
        // Cut off on both sides in these very seconds: each side waits for its own silence.
        const wasCut = (phone: Phone): boolean => phone.linkChangedAtMs >= press.atMs - 200
        const bothCut =
          (wasCut(press.phone) || !press.phone.linked) &&
          world.phones.some((phone) => phone !== press.phone && wasCut(phone))
        const limitMs = bothCut ? 5500 : 3000
        if (agoMs !== limitMs || wasResumed(world, press.commandId)) continue
        for (const phone of world.phones) {
          const screen = world.screen(phone)
          // In the waiting room there is no clock to stop: nothing moves there before both say yes.
          if (screen.kind === 'waiting') continue
          watched += 1
          expect(
            standsStill(screen),
            `${phone.name} is ${screen.kind} ${agoMs} ms after ${press.phone.name} pressed`,
          ).toBe(true)
        }
      }
    })
  })
  if (WORLDS >= 30) expect(watched).toBeGreaterThan(100)
})

test('I10 · a press that never gets through keeps the partner’s clock stopped for as long', () => {
  everyWorld({ devicesEach: 1, loss: 0.3, crashes: false, forging: false, outdating: false }, (world) => {
    world.run(60_000, () => {
      for (const press of world.presses) {
        const pending = press.phone.device.presses.some(({ commandId }) => commandId === press.commandId)
        if (!pending || committedPause(world, press.commandId) !== null || world.nowMs - press.atMs < 5500) continue
        for (const phone of world.phones) {
          const screen = world.screen(phone)
          if (screen.kind === 'live') expect(screen.clock, `${phone.name} runs`).not.toBe('running')
        }
      }
    })
  })
})

test('I11 · in any weather a press freezes its device in the same step', () => {
  everyWorld({ ...STORM, forging: true, outdating: true }, (world) => {
    world.run(20_000, () => {
      for (const { phone, atMs } of world.presses) {
        if (atMs === world.nowMs) expect(['frozen', 'ended']).toContain(world.screen(phone).kind)
      }
    })
  })
})

test('I13 · when the network heals, every device shows what the server has', () => {
  everyWorld(STORM, (world) => {
    world.run(30_000, () => {})
    world.calmDown().run(12_000, () => {})
    // Nothing is on its way any more: the last event is older than the slowest delivery.
    for (let more = 0; more < 400 && world.nowMs - (world.committed.at(-1)?.atMs ?? 0) < 300; more += 1)
      world.run(STEP_MS, () => {})
    for (const phone of world.phones) {
      expect(phone.device.latest?.snapshot.seq, phone.name).toBe(world.seq)
      expect(world.screen(phone).kind, phone.name).not.toBe('held')
    }
    const kinds = new Set(world.phones.map((phone) => world.screen(phone).kind))
    expect([...kinds]).toHaveLength(1)
  })
})

test('I13 · every pause that a linked device pressed is committed or answered in the end', () => {
  everyWorld(STORM, (world) => {
    world.run(30_000, () => {})
    world.calmDown().run(12_000, () => {})
    const ended = world.committed.some(({ event }) => event.type === 'ended')
    for (const { commandId } of world.presses) {
      if (!ended) expect(committedPause(world, commandId), commandId).not.toBeNull()
    }
  })
})

const EVERYTHING: readonly CheckInEvent['type'][] = [
  ...(['planned', 'opened', 'floorGranted', 'graceBegan', 'floorReleased', 'floorRevoked', 'uttered'] as const),
  ...(['handRaised', 'handLowered', 'moreAsked', 'moreGranted', 'slowed', 'asideBegan', 'asideEnded'] as const),
  ...(['reflectionBegan', 'saidBack', 'answered', 'turnContinued', 'closingBegan', 'lineOffered'] as const),
  ...(['clockStarted', 'clockStopped', 'frozen', 'resumed', 'ended'] as const),
  ...(['reentered', 'redirected', 'cameBack', 'slipCalled', 'slipped'] as const),
]

test.runIf(WORLDS >= 30)('[IN1] everything that can happen does, in one storm or another', () => {
  const happened = new Set<CheckInEvent['type']>()
  const missing = () => EVERYTHING.filter((type) => !happened.has(type))
  for (let index = 0; index < 20 * WORLDS && missing().length > 0; index += 1) {
    const world = new World(SEED + index, { ...STORM, devicesEach: 1, loss: 0 }).run(60_000, () => {})
    for (const { event } of world.committed) happened.add(event.type)
  }
  expect(missing()).toEqual([])
})

test('I21 · an outdated device never moves again', () => {
  everyWorld({ ...STORM, outdating: true }, (world) => {
    world.run(40_000, () => {
      for (const phone of world.phones) {
        const { kind } = world.screen(phone)
        if (phone.outdated && !['frozen', 'outdated', 'ended'].includes(kind))
          throw new Error(`${phone.name} is ${kind}`)
      }
    })
  })
})
