import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const css = readFileSync(fileURLToPath(new URL('../../src/styles/tokens.css', import.meta.url)), 'utf8')

/** The colours of a palette by role, as CSS says them: the dark one overrides the light one. */
function palette(text: string): Map<string, string> {
  return new Map(
    Array.from(text.matchAll(/--([a-z-]+):\s*(oklch\([^)]*\));/g), ([, role = '', value = '']) => [role, value]),
  )
}

const [beforeDark = '', fromDark = ''] = css.split('@media (prefers-color-scheme: dark)')
const light = palette(beforeDark)
const dark = new Map([...light, ...palette(fromDark.split('@media')[0] ?? '')])

/** Relative luminance (WCAG 2.2) of an OKLCH colour, by Björn Ottosson's matrices. */
function luminance(value: string): number {
  const [l = 0, chroma = 0, hue = 0] = (value.match(/[\d.]+/g) ?? []).map(Number)
  const [lightness, angle] = [l / 100, (hue * Math.PI) / 180]
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
  const green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
  const blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short
  const [r = 0, g = 0, bl = 0] = [red, green, blue].map((channel) => Math.min(1, Math.max(0, channel)))
  return 0.2126 * r + 0.7152 * g + 0.0722 * bl
}

function contrast(one: string, other: string): number {
  const [lower = 0, higher = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (higher + 0.05) / (lower + 0.05)
}

const TEXT = 4.5
const STRONG = 7
/** What is no text but has to be seen (WCAG 1.4.11). */
const SEEN = 3

const GROUNDS = ['ground', 'ground-raised', 'ground-sunk', 'paper-living', 'paper-drawer']
const pairs: readonly (readonly [ink: string, ground: string, least: number])[] = [
  ...GROUNDS.flatMap((ground) => [
    ['ink', ground, STRONG] as const,
    ['ink-soft', ground, TEXT] as const,
    ['act', ground, TEXT] as const,
    ['line-strong', ground, SEEN] as const,
    ['focus', ground, SEEN] as const,
  ]),
  ['on-act', 'act', TEXT],
  ['on-act', 'act-pressed', TEXT],
  ['on-partner-a', 'partner-a', TEXT],
  ['on-partner-b', 'partner-b', TEXT],
  ['ink', 'partner-a-soft', TEXT],
  ['ink', 'partner-b-soft', TEXT],
  ['on-pause', 'pause', STRONG],
  ['pause', 'ground', SEEN],
  ['frozen-ink', 'frozen-ground', STRONG],
  ['frozen-ink', 'frozen-raised', STRONG],
  ['frozen-line', 'frozen-ground', SEEN],
  ['frozen-line', 'frozen-raised', SEEN],
  ['stone-edge', 'ground', SEEN],
  ['stone-band', 'stone', 1.8],
  // The two people differ in lightness, not only in hue.
  ['partner-a', 'partner-b', 1.8],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, roles) => {
  it.each(pairs)('%s can be read on %s, at least %s to 1', (ink, ground, least) => {
    const [one, other] = [roles.get(ink), roles.get(ground)]
    if (!one || !other) throw new Error(`tokens.css does not name ${one ? ground : ink}`)
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least)
  })
})

it('names every role of the light palette that the dark one names', () => {
  expect([...dark.keys()].toSorted()).toEqual([...light.keys()].toSorted())
})

it('measures as WCAG does', () => {
  expect(contrast('oklch(100% 0 0)', 'oklch(0% 0 0)')).toBeCloseTo(21, 1)
  // #767676 on white, the grey that just passes.
  expect(contrast('oklch(56.5% 0 0)', 'oklch(100% 0 0)')).toBeCloseTo(4.56, 1)
})

it('keeps the frozen hue for the frozen screen', () => {
  const hue = (value = '') => Number(value.match(/[\d.]+/g)?.[2])
  for (const roles of [light, dark]) {
    const grounds = GROUNDS.map((role) => hue(roles.get(role)))
    for (const ground of grounds) expect(Math.abs(ground - hue(roles.get('frozen-ground')))).toBeGreaterThan(20)
  }
})
