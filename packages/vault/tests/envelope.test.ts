import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { sealBox } from '../src/box.ts'
import { concat, equal, uint8, uint32, uint64, utf8Encode } from '../src/bytes.ts'
import { type EnvelopeKind, sealEnvelope } from '../src/envelope.ts'
import {
  type ChainPlace,
  envelopeHash,
  envelopeLimits,
  type LivePlace,
  newUuid,
  openPrivate,
  openShared,
  type PrivatePlace,
  sealPrivate,
  sealShared,
  startEpoch,
} from '../src/index.ts'
import { secretsOf } from '../src/keyring.ts'
import { LABEL } from '../src/labels.ts'
import { epochKeyOf } from '../src/partnership.ts'
import { systemRandom } from '../src/random.ts'
import { signAs } from '../src/signing.ts'
import { uuidToBytes } from '../src/uuid.ts'
import { boxWithForeignCommitment, type Couple, couple, flipped, patched } from './support/couple.ts'
import { refusal, refusalCode } from './support/refusal.ts'

const PRIVATE = ['page', 'profile', 'pins', 'invitation', 'jottings', 'kit', 'picture'] as const
const CHAIN = ['record', 'words', 'shared'] as const
const LIVE = ['utterance', 'reason'] as const
const ALL: readonly EnvelopeKind[] = [...PRIVATE, ...CHAIN, ...LIVE]

let world: Couple
const checkInId = newUuid()
const at = { entryId: newUuid(), entryVersion: 3, deviceId: newUuid(), deviceCounter: 41 }

beforeAll(async () => {
  world = await couple('envelope')
})

type AnyPlace = PrivatePlace | ChainPlace | LivePlace

function placeOf(kind: EnvelopeKind): AnyPlace {
  if (kind === 'record' || kind === 'words' || kind === 'shared') return { ...at, kind, previousHash: 'first' }
  if (kind === 'utterance' || kind === 'reason') return { ...at, kind, checkInId }
  return { ...at, kind }
}

/** Ana seals. */
async function seal(place: AnyPlace, content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if ('previousHash' in place || 'checkInId' in place) {
    return (await sealShared(world.ana.keyring, world.anas, place, content)).bytes
  }
  return sealPrivate(world.ana.keyring, place, content)
}

/** Whoever may read it opens: Bo what is shared, Ana what is hers. */
function open(place: AnyPlace, bytes: Uint8Array, change: Record<string, unknown> = {}) {
  const authorId = world.ana.keyring.identity.userId
  if ('previousHash' in place || 'checkInId' in place) {
    return openShared(world.bos, { ...place, authorId, ...change }, bytes)
  }
  return openPrivate(world.ana.keyring, { ...place, ...change }, bytes)
}

describe('[EN1] what is sealed opens', () => {
  test.each(ALL)('[EN1] %s', async (kind) => {
    const place = placeOf(kind)
    const { maxContentBytes } = envelopeLimits(kind)
    const lengths = fc.oneof(fc.nat({ max: Math.min(3000, maxContentBytes) }), fc.constant(maxContentBytes))
    await fc.assert(
      fc.asyncProperty(lengths, fc.nat(255), async (length, fill) => {
        const content = new Uint8Array(length).fill(fill)
        const opened = await open(place, await seal(place, content))
        expect(equal(opened.content, content)).toBe(true)
        expect(opened.header).toMatchObject({ kind, ...at, authorId: world.ana.keyring.identity.userId, keyEpoch: 1 })
      }),
      { numRuns: 12 },
    )
  })

  test('[EN1] its author reads it too', async () => {
    const place = placeOf('words') as ChainPlace
    const bytes = await seal(place, utf8Encode('mine'))
    const expected = { ...place, authorId: world.ana.keyring.identity.userId }
    expect((await openShared(world.anas, expected, bytes)).content).toEqual(utf8Encode('mine'))
  })
})

describe('[EN2] the reader says what it expects', () => {
  const otherId = newUuid()
  test.each([
    ['entryId', 39 - 16, uuidToBytes(otherId), { entryId: otherId }],
    ['deviceId', 55, uuidToBytes(otherId), { deviceId: otherId }],
    ['deviceCounter', 71, uint64(42), { deviceCounter: 42 }],
    ['entryVersion', 83, uint32(2), { entryVersion: 2 }],
  ])('[EN2] %s', async (field, offset, value, change) => {
    for (const kind of ALL) {
      const place = placeOf(kind)
      const bytes = await seal(place, utf8Encode('x'))
      const decrypt = vi.spyOn(crypto.subtle, 'decrypt')
      expect(await refusal(() => open(place, bytes, change))).toBe(`envelope_mismatch: ${field}`)
      expect(await refusal(() => open(place, patched(bytes, offset, value)))).toBe(`envelope_mismatch: ${field}`)
      expect(decrypt).not.toHaveBeenCalled()
      decrypt.mockRestore()
      // The server may also give both: a changed header, to a reader who was told to expect it.
      expect(await refusalCode(() => open(place, patched(bytes, offset, value), change))).toMatch(
        /^envelope_(forged|tampered)$/,
      )
    }
  })

  test('[EN2] kind, scope, author and epoch', async () => {
    const { ana, bo, anas, partnershipId } = world
    const place = placeOf('words') as ChainPlace
    const bytes = await seal(place, utf8Encode('x'))
    expect(await refusal(() => open({ ...place, kind: 'record' }, bytes))).toBe('envelope_mismatch: kind')
    expect(await refusal(() => open(place, bytes, { authorId: bo.keyring.identity.userId }))).toBe(
      'envelope_mismatch: authorId',
    )
    const live = placeOf('utterance') as LivePlace
    const said = await seal(live, utf8Encode('x'))
    expect(await refusal(() => open(live, said, { checkInId: newUuid() }))).toBe('envelope_mismatch: scopeId')
    expect(await refusal(() => open(placeOf('reason'), said))).toBe('envelope_mismatch: kind')
    const expected = { partnershipId, epoch: 2, role: 'inviter', partner: bo.keyring.identity } as const
    const { partnership } = await startEpoch(ana.keyring, expected)
    const attempt = () => openShared(partnership, { ...place, authorId: anas.me.userId }, bytes)
    expect(await refusal(attempt)).toBe('envelope_mismatch: keyEpoch')
    const page = placeOf('page') as PrivatePlace
    const hers = await seal(page, utf8Encode('x'))
    expect(await refusal(() => openPrivate(bo.keyring, page, hers))).toBe('envelope_mismatch: scopeId')
    const stranger = { ...place, authorId: world.eve.keyring.identity.userId }
    expect(await refusal(() => openShared(world.bos, stranger, bytes))).toBe('argument_invalid: authorId')
  })

  test('[EN2] “any” for the device’s own fields, and what was found is told', async () => {
    for (const kind of ALL) {
      const place = placeOf(kind)
      const change = {
        deviceId: 'any',
        deviceCounter: 'any',
        ...('previousHash' in place ? { previousHash: 'any' } : {}),
      }
      const { header } = await open(place, await seal(place, utf8Encode('x')), change)
      expect(header).toMatchObject({ deviceId: at.deviceId, deviceCounter: 41, previousHash: 'first' })
    }
    const beyond = await seal(placeOf('page'), utf8Encode('x'))
    const attempt = () =>
      open(placeOf('page'), patched(beyond, 71, new Uint8Array(8).fill(255)), { deviceCounter: 'any' })
    expect(await refusalCode(attempt)).toBe('envelope_malformed')
  })
})

describe('[EN3] sizes', () => {
  test('[EN3] padded to 512·2ⁿ, live turns to 256·2ⁿ', async () => {
    const fixed = 119 + 80
    const cases: [EnvelopeKind, number, number][] = [
      ['page', 0, fixed + 512],
      ['page', 508, fixed + 512],
      ['page', 509, fixed + 1024],
      ['page', 1021, fixed + 2048],
      ['words', 10, fixed + 512 + 64],
      ['utterance', 252, fixed + 256 + 64],
      ['utterance', 253, fixed + 512 + 64],
      ['utterance', 600, fixed + 1024 + 64],
    ]
    for (const [kind, length, size] of cases) {
      expect((await seal(placeOf(kind), new Uint8Array(length))).length).toBe(size)
    }
  })

  test('[EN3] a kit is of one size until it is large', async () => {
    for (const length of [0, 2, 700, 4_092]) {
      expect((await seal(placeOf('kit'), new Uint8Array(length))).length).toBe(4_295)
    }
    expect((await seal(placeOf('kit'), new Uint8Array(4_093))).length).toBe(4_096 + 4_295)
    expect(await refusalCode(() => seal(placeOf('kit'), new Uint8Array(16_381)))).toBe('too_large')
  })

  test('[EN3] a picture is of one size, whatever it shows', async () => {
    for (const length of [0, 40_000, 131_068]) {
      expect((await seal(placeOf('picture'), new Uint8Array(length))).length).toBe(131_271)
    }
    expect(await refusalCode(() => seal(placeOf('picture'), new Uint8Array(131_069)))).toBe('too_large')
  })

  test('[EN3] a pause and a safe word look alike', async () => {
    for (const length of [0, 1, 100, 252]) {
      expect((await seal(placeOf('reason'), new Uint8Array(length))).length).toBe(519)
    }
  })

  test('[EN3] only the least padding, only zeros', async () => {
    const place = placeOf('page')
    const honest = await seal(place, utf8Encode('hello'))
    const header = honest.slice(0, 119)
    const { vaultKey } = secretsOf(world.ana.keyring)
    const box = (padded: Uint8Array<ArrayBuffer>) => sealBox(systemRandom, vaultKey, LABEL.envelope, header, padded)
    const hello = concat(uint32(5), utf8Encode('hello'))
    const fits = concat(hello, new Uint8Array(503))
    const looser = [
      concat(hello, new Uint8Array(1015)),
      patched(fits, 511, uint8(1)),
      patched(fits, 0, uint32(509)),
      patched(fits, 0, uint32(2 ** 32 - 1)),
      patched(fits, 3, uint8(4)),
    ]
    expect(await refusal(async () => open(place, concat(header, await box(fits))))).toBe('opened')
    for (const padded of looser) {
      expect(await refusal(async () => open(place, concat(header, await box(padded))))).toBe(
        'envelope_tampered: padding',
      )
    }
  })
})

test('[EN4] limits hold both ways', async () => {
  for (const kind of ALL) {
    const place = placeOf(kind)
    const { minBytes, maxBytes, maxContentBytes } = envelopeLimits(kind)
    const least = await seal(place, new Uint8Array(0))
    const most = await seal(place, new Uint8Array(maxContentBytes))
    expect([least.length, most.length]).toEqual([minBytes, maxBytes])
    expect(await refusal(() => seal(place, new Uint8Array(maxContentBytes + 1)))).toBe('too_large: content')
    for (const bad of [
      least.slice(0, -1),
      concat(least, uint8(0)),
      concat(most, new Uint8Array(maxBytes)),
      least.slice(0, 119),
    ]) {
      expect(await refusal(() => open(place, bad))).toBe('envelope_malformed: length')
    }
    expect(await refusal(() => open(place, least.slice(0, 118)))).toBe('envelope_malformed: length')
  }
})

describe('[EN5] shared kinds are signed by the author they name', () => {
  test('[EN5] the partner, with the same epoch key, cannot write in my name', async () => {
    const { ana, bo, anas, bos, partnershipId } = world
    const header = {
      ...at,
      kind: 'words',
      scopeId: partnershipId,
      authorId: ana.keyring.identity.userId,
      keyEpoch: 1,
      previousHash: 'first',
    } as const
    const { signingSeed } = secretsOf(bo.keyring)
    const content = utf8Encode('I agree to everything')
    const forged = await sealEnvelope(systemRandom, epochKeyOf(bos), header, content, (label, body) =>
      signAs(signingSeed, label, body),
    )
    const expected = { ...(placeOf('words') as ChainPlace), authorId: ana.keyring.identity.userId }
    for (const reader of [anas, bos]) {
      expect(await refusal(() => openShared(reader, expected, forged.bytes))).toBe('envelope_forged: signature')
    }
    const attempt = () => sealShared(bo.keyring, anas, placeOf('words') as ChainPlace, content)
    expect(await refusal(attempt)).toBe('argument_invalid: partnership')
  })

  test('[EN5] a signature of another envelope, or under another label', async () => {
    const place = placeOf('utterance')
    const one = await seal(place, utf8Encode('one'))
    const two = await seal(place, utf8Encode('two'))
    const moved = concat(one.slice(0, -64), two.slice(-64))
    expect(await refusal(() => open(place, moved))).toBe('envelope_forged: signature')
    const { signingSeed } = secretsOf(world.ana.keyring)
    const relabelled = concat(one.slice(0, -64), signAs(signingSeed, LABEL.epoch, one.slice(0, -64)))
    expect(await refusal(() => open(place, relabelled))).toBe('envelope_forged: signature')
  })
})

describe('[EN6] nothing of it may change', () => {
  test.each(ALL)('[EN6] %s: any bit', async (kind) => {
    const place = placeOf(kind)
    const bytes = await seal(place, utf8Encode('unchanged'))
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * bytes.length - 1), async (bit) => {
        const codes = /^(envelope_|version_unsupported)/
        expect(await refusalCode(() => open(place, flipped(bytes, bit)))).toMatch(codes)
      }),
      { numRuns: 50 },
    )
  })

  test('[EN6] a wrong commitment, a wrong key', async () => {
    const place = placeOf('page')
    const bytes = await seal(place, utf8Encode('x'))
    const { vaultKey } = secretsOf(world.ana.keyring)
    const padded = concat(uint32(1), utf8Encode('x'), new Uint8Array(507))
    const box = await boxWithForeignCommitment(vaultKey, LABEL.envelope, bytes.slice(0, 119), padded)
    expect(await refusal(() => open(place, concat(bytes.slice(0, 119), box)))).toBe('envelope_tampered: commitment')
    const foreign = await sealBox(
      systemRandom,
      secretsOf(world.bo.keyring).vaultKey,
      LABEL.envelope,
      bytes.slice(0, 119),
      padded,
    )
    expect(await refusal(() => open(place, concat(bytes.slice(0, 119), foreign)))).toBe('envelope_tampered: commitment')
  })
})

test('[EN7] versions and suites of another day', async () => {
  for (const kind of ALL) {
    const place = placeOf(kind)
    const bytes = await seal(place, utf8Encode('x'))
    expect(await refusal(() => open(place, patched(bytes, 4, uint8(0))))).toBe('version_unsupported: version')
    expect(await refusal(() => open(place, patched(bytes, 4, uint8(2))))).toBe('version_unsupported: version')
    expect(await refusal(() => open(place, patched(bytes, 5, uint8(0))))).toBe('version_unsupported: suite')
    expect(await refusal(() => open(place, patched(bytes, 0, uint8(0))))).toBe('envelope_malformed: magic')
  }
})

test('[EN8] a live key opens its own check-in only', async () => {
  const { ana, anas, bos } = world
  const header = {
    ...at,
    kind: 'utterance',
    scopeId: checkInId,
    authorId: ana.keyring.identity.userId,
    keyEpoch: 1,
    previousHash: 'first',
  } as const
  const sign = (label: typeof LABEL.envelope, body: Uint8Array<ArrayBuffer>) =>
    signAs(secretsOf(ana.keyring).signingSeed, label, body)
  const sealed = await sealEnvelope(systemRandom, epochKeyOf(anas), header, utf8Encode('x'), sign)
  const expected = { ...(placeOf('utterance') as LivePlace), authorId: ana.keyring.identity.userId }
  expect(await refusal(() => openShared(bos, expected, sealed.bytes))).toBe('envelope_tampered: commitment')
})

test('[EN9] entries are chained by hash, live and private ones are not', async () => {
  const { ana, anas, bos } = world
  const first = await sealShared(ana.keyring, anas, placeOf('record') as ChainPlace, utf8Encode('1'))
  const place = {
    ...(placeOf('record') as ChainPlace),
    deviceCounter: 42,
    previousHash: envelopeHash(new Uint8Array(first.hash)),
  }
  const second = await sealShared(ana.keyring, anas, place, utf8Encode('2'))
  expect(await refusal(() => envelopeHash(first.hash.slice(1)))).toBe('argument_invalid: length')
  const expected = { ...place, authorId: ana.keyring.identity.userId }
  const opened = await openShared(bos, expected, second.bytes)
  expect(opened.header.previousHash).toEqual(first.hash)
  expect(equal(opened.hash, second.hash)).toBe(true)
  const atFirst = () => openShared(bos, { ...expected, previousHash: 'first' }, second.bytes)
  expect(await refusal(atFirst)).toBe('envelope_mismatch: previousHash')
  const dropped = () => openShared(bos, { ...expected, previousHash: second.hash }, second.bytes)
  expect(await refusal(dropped)).toBe('envelope_mismatch: previousHash')
  for (const kind of [...PRIVATE, ...LIVE]) {
    const bytes = await seal(placeOf(kind), utf8Encode('x'))
    expect(bytes.slice(87, 119).every((byte) => byte === 0)).toBe(true)
    expect(await refusal(() => open(placeOf(kind), patched(bytes, 87, first.hash)))).toBe(
      'envelope_mismatch: previousHash',
    )
  }
})

test('[EN10] sealing twice has nothing in common', async () => {
  const place = placeOf('page')
  const one = await seal(place, utf8Encode('same'))
  const two = await seal(place, utf8Encode('same'))
  const parts: [number, number][] = [
    [119, 151],
    [151, 183],
    [183, 199],
    [-16, 1e9],
  ]
  for (const [from, to] of parts) {
    expect(equal(one.slice(from, to), two.slice(from, to))).toBe(false)
  }
})

test('[EN11] [BX1] a reader written from the specification alone', async () => {
  // Nothing of src is used from here to the end of `read`, but the bytes of the keys.
  async function read(
    key: Uint8Array<ArrayBuffer>,
    envelope: Uint8Array<ArrayBuffer>,
    author?: Uint8Array,
  ): Promise<string> {
    const u32 = (n: number) => Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n)
    const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
    const T = (name: string, ...parts: Uint8Array[]) =>
      join(
        new TextEncoder().encode(`turnstone/vault/v1/${name}\0`),
        ...parts.flatMap((part) => [u32(part.length), part]),
      )
    const body = author ? envelope.slice(0, -64) : envelope
    if (author) {
      const verifier = await crypto.subtle.importKey('raw', join(author), 'Ed25519', false, ['verify'])
      if (!(await crypto.subtle.verify('Ed25519', verifier, envelope.slice(-64), T('envelope', body)))) return 'forged'
    }
    const [header, salt, commitment] = [body.slice(0, 119), body.slice(119, 151), body.slice(151, 183)]
    const ikm = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits'])
    const derivation = { name: 'HKDF', hash: 'SHA-512', salt, info: T('envelope', header) }
    const output = new Uint8Array(await crypto.subtle.deriveBits(derivation, ikm, 512))
    if (output.slice(32).join() !== commitment.join()) return 'uncommitted'
    const aes = await crypto.subtle.importKey('raw', output.slice(0, 32), 'AES-GCM', false, ['decrypt'])
    const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: join(header, salt, commitment) }
    const padded = new Uint8Array(await crypto.subtle.decrypt(algorithm, aes, body.slice(183)))
    return new TextDecoder().decode(padded.slice(4, 4 + new DataView(padded.buffer).getUint32(0)))
  }
  const page = await seal(placeOf('page'), utf8Encode('my page'))
  expect(await read(secretsOf(world.ana.keyring).vaultKey, page)).toBe('my page')
  const words = await seal(placeOf('words'), utf8Encode('our words'))
  const { signingKey } = world.ana.keyring.identity
  expect(await read(epochKeyOf(world.anas), words, signingKey)).toBe('our words')
  expect(await read(epochKeyOf(world.anas), words, ed25519.keygen().publicKey)).toBe('forged')
})
