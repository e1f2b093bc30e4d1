import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FaceDown, tiltOf } from '@/features/check-in/face-down'
import { type Moved, Shaking } from '@/features/check-in/shake'
import { type Touch, TripleTap } from '@/features/check-in/triple-tap'

const G = 9.81
const wave = (hertz: number, atMs: number, shift = 0) => Math.sin((2 * Math.PI * hertz * atMs) / 1_000 + shift)
/** A short blow that dies away, in the ringing of what was hit. */
const blow = (strength: number, sinceMs: number, ringHertz = 35) =>
  sinceMs < 0 ? 0 : strength * Math.exp(-sinceMs / 25) * wave(ringHertz, sinceMs, Math.PI / 2)

type Force = Omit<Moved, 'atMs'>
const STILL: Force = { x: 0, y: 0, z: 0 }

/** What a device feels for some seconds: gravity as it is held, a movement of its own, and the noise of every sensor. */
const felt = ({
  hertz,
  lyingDegrees,
  noise,
  seconds,
  own,
}: {
  hertz: number
  lyingDegrees: number
  noise: number
  seconds: number
  own: (atMs: number) => Force
}): readonly Moved[] =>
  Array.from({ length: Math.round(hertz * seconds) }, (_, at) => {
    const atMs = (at * 1_000) / hertz
    const { x, y, z } = own(atMs)
    const hiss = (shift: number) => noise * (wave(13.7, atMs, shift) + wave(31.3, atMs, 2 * shift)) * 0.5
    const lying = (lyingDegrees * Math.PI) / 180
    return { x: x + hiss(1), y: y + G * Math.sin(lying) + hiss(2), z: z + G * Math.cos(lying) + hiss(3), atMs }
  })

const shakes = (samples: readonly Moved[]) => {
  const shaking = new Shaking()
  return samples.filter((sample) => shaking.take(sample)).length
}

/** Sensors, and how somebody holds a phone. */
const device = fc.record({
  hertz: fc.constantFrom(30, 60, 100),
  lyingDegrees: fc.integer({ min: 0, max: 90 }),
  noise: fc.double({ min: 0, max: 0.6, noNaN: true }),
})
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const neverShakes = (own: fc.Arbitrary<(atMs: number) => Force>) =>
  fc.assert(
    fc.property(device, own, (phone, force) => {
      expect(shakes(felt({ ...phone, seconds: 8, own: force }))).toBe(0)
    }),
  )

describe('shaking', () => {
  it('P2 is felt once, whichever way it goes and however the phone is held', () => {
    const shake = fc.record({ swings: between(2.8, 5), strength: between(22, 40), along: fc.constantFrom(...AXES) })
    fc.assert(
      fc.property(device, shake, (phone, { swings, strength, along }) => {
        const own = (atMs: number): Force => {
          const isShaken = atMs > 2_000 && atMs < 2_000 + 4_000 / swings
          return isShaken ? { ...STILL, [along]: strength * wave(swings, atMs - 2_000) } : STILL
        }
        expect(shakes(felt({ ...phone, seconds: 5, own }))).toBe(1)
      }),
    )
  })

  it('is not walking or running with it in the hand', () => {
    neverShakes(
      fc.record({ steps: between(1.5, 3), up: between(2, 22), sway: between(0, 4) }).map(({ steps, up, sway }) => {
        // Between two steps one falls: downwards it is never more than that.
        return (atMs: number) => ({
          ...STILL,
          y: Math.max(-G, up * wave(steps, atMs)),
          x: sway * wave(steps / 2, atMs),
        })
      }),
    )
  })

  it('is not an arm that swings while somebody runs', () => {
    neverShakes(
      fc.record({ steps: between(1, 1.6), strength: between(5, 22) }).map(({ steps, strength }) => (atMs: number) => ({
        ...STILL,
        x: strength * wave(steps, atMs),
      })),
    )
  })

  it('is not putting it on the table, nor dropping it there', () => {
    neverShakes(
      fc
        .record({ strength: between(5, 60), bounceMs: between(120, 400), ring: between(20, 60) })
        .map(({ strength, bounceMs, ring }) => (atMs: number) => ({
          ...STILL,
          z: blow(strength, atMs - 2_000, ring) + blow(strength / 2, atMs - 2_000 - bounceMs, ring),
        })),
    )
  })

  it('is not picking it up', () => {
    neverShakes(
      fc.record({ forMs: between(250, 900), strength: between(2, 16) }).map(({ forMs, strength }) => (atMs: number) => {
        const isLifted = atMs > 2_000 && atMs < 2_000 + forMs
        return isLifted ? { ...STILL, z: strength * wave(1_000 / forMs, atMs - 2_000) } : STILL
      }),
    )
  })

  it('is not a bus, with its holes in the road', () => {
    neverShakes(
      fc
        .record({ hum: between(0.5, 3), holes: fc.array(between(0, 7_500), { maxLength: 8 }), hole: between(4, 14) })
        .map(({ hum, holes, hole }) => (atMs: number) => ({
          x: hum * wave(11, atMs),
          y: hum * wave(1.3, atMs, 1),
          z: hum * wave(7, atMs, 2) + holes.reduce((sum, since) => sum + blow(hole, atMs - since, 4), 0),
        })),
    )
  })

  it('begins anew after the page was asleep', () => {
    const own = (atMs: number) => ({ ...STILL, x: 28 * wave(4, atMs) })
    const phone = { hertz: 60, lyingDegrees: 40, noise: 0, own }
    const half = felt({ ...phone, seconds: 0.5 })
    const later = half.map((sample) => ({ ...sample, atMs: sample.atMs + 10_000 }))
    expect(shakes([...half, ...later])).toBe(0)
    expect(shakes(felt({ ...phone, seconds: 2 }))).toBeGreaterThan(0)
  })
})

const AXES = ['x', 'y', 'z'] as const

/** How a phone lies, from moment to moment. */
const laid = (tilts: readonly { readonly tilt: number; readonly forMs: number; readonly trembles?: number }[]) => {
  const faceDown = new FaceDown()
  let fromMs = 0
  let times = 0
  let before = tilts[0]?.tilt ?? 0
  for (const { tilt, forMs, trembles = 0 } of tilts) {
    for (let atMs = 0; atMs < forMs; atMs += 16) {
      // It takes a third of a second to get there.
      const share = Math.min(1, atMs / 333)
      const now = before + (tilt - before) * share + trembles * wave(3, atMs)
      if (faceDown.take({ tilt: Math.min(180, now), atMs: fromMs + atMs })) times += 1
    }
    before = tilt
    fromMs += forMs
  }
  return times
}

describe('laying it face down', () => {
  it('P2 is noticed once, from the hand and from the table', () => {
    for (const from of [0, 20, 45, 60, 90]) {
      expect(
        laid([
          { tilt: from, forMs: 2_000 },
          { tilt: 178, forMs: 3_000, trembles: 0.1 },
        ]),
      ).toBe(1)
      expect(
        laid([
          { tilt: from, forMs: 500 },
          { tilt: 175, forMs: 60_000, trembles: 0.1 },
        ]),
      ).toBe(1)
    }
  })

  it('is not lying there from the start, nor the way to a pocket or to an ear', () => {
    expect(laid([{ tilt: 178, forMs: 5_000 }])).toBe(0)
    expect(
      laid([
        { tilt: 45, forMs: 1_000 },
        { tilt: 130, forMs: 5_000, trembles: 5 },
      ]),
    ).toBe(0)
    expect(
      laid([
        { tilt: 45, forMs: 1_000 },
        { tilt: 178, forMs: 700 },
        { tilt: 45, forMs: 1_000 },
      ]),
    ).toBe(0)
  })

  it('is not a hand above the face of somebody who lies down', () => {
    expect(
      laid([
        { tilt: 50, forMs: 2_000 },
        { tilt: 172, forMs: 20_000, trembles: 2 },
      ]),
    ).toBe(0)
  })

  it('is not any movement of a hand that never comes to rest face down', () => {
    const ways = fc.array(
      fc.record({ tilt: fc.integer({ min: 0, max: 165 }), forMs: fc.integer({ min: 50, max: 3_000 }) }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(ways, (way) => {
        expect(laid(way)).toBe(0)
      }),
    )
  })

  it('reads the angles of the sensor alike, whichever way round the phone is held', () => {
    for (const [beta, gamma, tilt] of [
      [0, 0, 0],
      [90, 0, 90],
      [180, 0, 180],
      [-180, 0, 180],
      [0, 90, 90],
      [180, 10, 170],
    ] as const) {
      expect(tiltOf(beta, gamma)).toBeCloseTo(tilt, 5)
    }
  })
})

const tap = (atMs: number, more: Partial<Touch> = {}): readonly Touch[] => {
  const touch = { finger: 1, isFirst: true, isFree: true, x: 100, y: 300, ...more }
  return [
    { ...touch, what: 'down', atMs },
    { ...touch, what: 'up', atMs: atMs + 80 },
  ]
}
const pauses = (...touches: (readonly Touch[])[]) => {
  const tripleTap = new TripleTap()
  return touches.flat().filter((touch) => tripleTap.take(touch)).length
}

describe('three taps', () => {
  it('P2 pause once, at the third', () => {
    expect(pauses(tap(0), tap(250))).toBe(0)
    expect(pauses(tap(0), tap(250), tap(500))).toBe(1)
    expect(pauses(tap(0), tap(200), tap(400), tap(600), tap(800))).toBe(1)
    expect(pauses(tap(0), tap(2_000), tap(2_250), tap(2_500))).toBe(1)
  })

  it('are no slow taps, no taps here and there, and no long presses', () => {
    expect(pauses(tap(0), tap(500), tap(1_000))).toBe(0)
    expect(pauses(tap(0), tap(200, { x: 180 }), tap(400))).toBe(0)
    const long = (atMs: number) => tap(atMs).map((touch, at) => ({ ...touch, atMs: atMs + at * 310 }))
    expect(pauses(long(0), long(320), long(640))).toBe(0)
  })

  it('are no scrolls', () => {
    const scroll = (atMs: number): readonly Touch[] => [
      ...tap(atMs).slice(0, 1),
      { what: 'move', finger: 1, isFirst: true, isFree: true, x: 100, y: 280, atMs: atMs + 30 },
      ...tap(atMs).slice(1),
    ]
    const lost = (atMs: number) =>
      tap(atMs).map((touch, at) => (at === 1 ? { ...touch, what: 'lost' as const } : touch))
    expect(pauses(scroll(0), scroll(200), scroll(400))).toBe(0)
    expect(pauses(tap(0), lost(200), tap(400), tap(600))).toBe(0)
  })

  it('are one finger’s', () => {
    const second: readonly Touch[] = tap(20, { finger: 2, isFirst: false })
    const pinch = [...tap(0).slice(0, 1), ...second, ...tap(0).slice(1)]
    expect(pauses(pinch, pinch, pinch)).toBe(0)
    expect(pauses(tap(0), tap(200), pinch)).toBe(0)
  })

  it('are not on controls, nor while text is selected', () => {
    const busy = (atMs: number) => tap(atMs, { isFree: false })
    expect(pauses(busy(0), busy(200), busy(400))).toBe(0)
    expect(pauses(tap(0), busy(200), tap(400), tap(600))).toBe(0)
  })

  it('need three whole taps, whatever the fingers do', () => {
    const touch: fc.Arbitrary<Touch> = fc.record({
      what: fc.constantFrom('down', 'move', 'up', 'lost'),
      finger: fc.constantFrom(1, 2),
      isFirst: fc.boolean(),
      isFree: fc.boolean(),
      x: fc.constantFrom(100, 105, 180),
      y: fc.constant(300),
      atMs: fc.constant(0),
    })
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 40 }), (touches) => {
        const ups = touches.filter(({ what, isFree }) => what === 'up' && isFree).length
        const downs = touches.filter(({ what, isFree, isFirst }) => what === 'down' && isFree && isFirst).length
        expect(pauses(touches.map((one, at) => ({ ...one, atMs: at * 20 })))).toBeLessThanOrEqual(
          Math.floor(Math.min(ups, downs) / 3),
        )
      }),
    )
  })
})
