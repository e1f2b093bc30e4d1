import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { concat, equal, uint8 } from '../src/bytes.ts'
import { decodeIdentity, encodeIdentity, type Identity, newUuid, safetyNumber, safetyPhrase } from '../src/index.ts'
import { SAFETY_WORDS } from '../src/safety-words.ts'
import { type Couple, couple, flipped, patched } from './support/couple.ts'
import { refusal, refusalCode } from './support/refusal.ts'

let world: Couple
let ana: Identity
let bo: Identity

beforeAll(async () => {
  world = await couple('identity')
  ana = world.ana.keyring.identity
  bo = world.bo.keyring.identity
})

const isGoodName = (name: string) => name !== '' && Buffer.byteLength(name) <= 127 && !/\p{Cc}/u.test(name)

test('[ID1] encoding and decoding are inverse, at one size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (name) => {
      const clean = name.normalize('NFC').trim()
      const seen: unknown[] = []
      const outcome = await refusal(() => {
        const bytes = encodeIdentity({ ...ana, name })
        seen.push(bytes.length, decodeIdentity(bytes))
      })
      expect([outcome, ...seen]).toEqual(
        isGoodName(clean) ? ['opened', 208, { ...ana, name: clean }] : ['name_invalid'],
      )
    }),
  )
})

test('[ID1] what it reads is what it would write', async () => {
  const bytes = encodeIdentity(ana)
  await fc.assert(
    fc.asyncProperty(fc.nat(8 * 208 - 1), async (bit) => {
      const changed = flipped(bytes, bit)
      const outcome = await refusal(() => {
        expect(equal(encodeIdentity(decodeIdentity(changed)), changed)).toBe(true)
      })
      expect(outcome).toMatch(/^(opened|identity_invalid)/)
    }),
    { numRuns: 120 },
  )
  const loose = [
    bytes.slice(1),
    concat(bytes, uint8(0)),
    patched(bytes, 207, uint8(1)),
    patched(bytes, 80, uint8(0)),
    patched(bytes, 80, uint8(255)),
    patched(bytes, 81, uint8(0xff)),
    patched(bytes, 81, uint8(0x20)),
    patched(bytes, 81, uint8(0x0a)),
    patched(bytes, 16, new Uint8Array(32)),
    patched(bytes, 48, new Uint8Array(32)),
  ]
  for (const bad of loose) expect(await refusalCode(() => decodeIdentity(bad))).toBe('identity_invalid')
})

/** Other keys or another id for Bo. */
function changesOfBo(): Partial<Identity>[] {
  const eve = world.eve.keyring.identity
  return [
    { signingKey: eve.signingKey },
    { encryptionKey: eve.encryptionKey },
    { userId: newUuid() },
    {
      signingKey: bo.encryptionKey as unknown as Identity['signingKey'],
      encryptionKey: bo.signingKey as unknown as Identity['encryptionKey'],
    },
  ]
}

test('[ID2] both see the same sixty digits, and any change of id or key shows', async () => {
  const number = await safetyNumber(ana, bo)
  expect(number).toMatch(/^\d{5}( \d{5}){11}$/)
  expect(await safetyNumber(bo, ana)).toBe(number)
  expect(await safetyNumber({ ...bo, name: 'Roberto' }, ana)).toBe(number)
  for (const change of changesOfBo()) {
    expect(await safetyNumber(ana, { ...bo, ...change })).not.toBe(number)
  }
})

test('[ID3] both see the same eight words, and any change of id or key shows', async () => {
  const phrase = await safetyPhrase(ana, bo)
  expect(phrase.length).toBe(8)
  expect(await safetyPhrase({ ...bo, name: 'Roberto' }, ana)).toEqual(phrase)
  for (const change of changesOfBo()) {
    expect(await safetyPhrase(ana, { ...bo, ...change })).not.toEqual(phrase)
  }
})

test.each(['en', 'es'] as const)('[ID4] no two words of a phrase can be taken for each other: %s', (language) => {
  const heard = SAFETY_WORDS.map((word) => word[language].normalize('NFD').replace(/\p{M}/gu, ''))
  expect(heard.length).toBe(512)
  for (const [place, word] of heard.entries()) {
    expect(word).toMatch(/^[a-z]{3,12}$/)
    for (const other of heard.slice(place + 1)) {
      if (word.startsWith(other) || other.startsWith(word) || isOneSlipAway(word, other)) {
        expect.unreachable(`${word} and ${other}`)
      }
    }
  }
})

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlipAway(one: string, other: string): boolean {
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [rest, otherRest] = [one.slice(start), other.slice(start)]
  return (
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest.slice(1) ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  )
}
