import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AccountKey,
  ByteReader,
  branded,
  equal,
  fromBase64url,
  type RecoveryCode,
  toBase64url,
  transcript,
  uint32,
  uint64,
  utf8Decode,
  utf8Encode,
} from '../src/bytes.ts'
import { formatAccountKey } from '../src/secret-text.ts'
import { parseUuid, uuidFromBytes, uuidToBytes } from '../src/uuid.ts'
import { refusal } from './support/refusal.ts'

const bytes = (options = {}) => fc.uint8Array(options)

describe('[BY1] base64url has one text per byte string', () => {
  test('[BY1] round trip, in the form other libraries write', () => {
    fc.assert(
      fc.property(bytes({ maxLength: 200 }), (value) => {
        const text = toBase64url(value)
        expect(text).toBe(Buffer.from(value).toString('base64url'))
        expect(equal(fromBase64url(text), value)).toBe(true)
      }),
    )
  })

  test('[BY1] any text it reads is the text it would write', async () => {
    const alphabet = 'ABCxyz019-_+/= \n'
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }), async (text) => {
        let written = text
        const outcome = await refusal(() => {
          written = toBase64url(fromBase64url(text))
        })
        expect(outcome).toMatch(/^(opened|encoding_invalid: base64url)$/)
        expect(written).toBe(text)
      }),
    )
  })

  test.each(['A', 'AB', 'AAB', 'AA==', 'AA=', '+A', '/A', 'A A', 'AAAA\n', 'ÄAAA'])(
    '[BY1] refuses %j',
    async (text) => {
      expect(await refusal(() => fromBase64url(text))).toBe('encoding_invalid: base64url')
    },
  )
})

describe('[BY2] text has one form', () => {
  test('[BY2] utf-8 is strict both ways', async () => {
    expect(utf8Decode(utf8Encode('\ufeffñ🐦'))).toBe('\ufeffñ🐦')
    expect(await refusal(() => utf8Encode('a\ud800b'))).toBe('encoding_invalid: utf8')
    for (const malformed of [[0xc0, 0x80], [0xff], [0xed, 0xa0, 0x80], [0xe2, 0x82]]) {
      expect(await refusal(() => utf8Decode(Uint8Array.from(malformed)))).toBe('encoding_invalid: utf8')
    }
  })

  test('[BY2] uuid', async () => {
    fc.assert(
      fc.property(bytes({ minLength: 16, maxLength: 16 }), (value) => {
        expect(equal(uuidToBytes(uuidFromBytes(value)), value)).toBe(true)
      }),
    )
    const good = '0249df88-175f-47ff-9eef-a02cff069c7b'
    expect(parseUuid(good)).toBe(good)
    for (const bad of [good.toUpperCase(), `{${good}}`, good.replaceAll('-', ''), `${good} `, '', `${good}\n`]) {
      expect(await refusal(() => parseUuid(bad))).toBe('encoding_invalid: uuid')
    }
  })
})

test('[BY3] different lists of parts give different transcripts', () => {
  const parts = fc.array(bytes({ maxLength: 5 }), { maxLength: 4 })
  fc.assert(
    fc.property(parts, parts, (left, right) => {
      const same = JSON.stringify(left.map(toBase64url)) === JSON.stringify(right.map(toBase64url))
      expect(equal(transcript('a', ...left), transcript('a', ...right))).toBe(same)
    }),
  )
  expect(equal(transcript('a'), transcript('a', new Uint8Array(0)))).toBe(false)
  expect(equal(transcript('ab'), transcript('a', utf8Encode('b')))).toBe(false)
})

test('[BY3] whole numbers keep their width and their limits', async () => {
  expect([...uint32(0x01020304)]).toEqual([1, 2, 3, 4])
  expect([...uint64(2 ** 53 - 1)]).toEqual([0, 31, 255, 255, 255, 255, 255, 255])
  for (const bad of [-1, 1.5, Number.NaN, 2 ** 32]) {
    expect(await refusal(() => uint32(bad))).toBe('argument_invalid: integer')
  }
  expect(await refusal(() => uint64(2 ** 53))).toBe('argument_invalid: integer')
  const reader = new ByteReader(new Uint8Array(8).fill(255), 'envelope_malformed')
  expect(await refusal(() => reader.uint(8))).toBe('envelope_malformed: integer')
})

test('[BY4] one kind of key is not accepted for another, nor a string', async () => {
  const code = branded<RecoveryCode>(new Uint8Array(16), 16)
  // @ts-expect-error a recovery code is not an account key
  const confused: AccountKey = code
  // @ts-expect-error plain bytes are not an account key
  const plain: AccountKey = new Uint8Array(16)
  // @ts-expect-error neither is text
  expect(await refusal(() => formatAccountKey('0123456789abcdef'))).toBe('argument_invalid: length')
  expect(confused.length + plain.length).toBe(32)
})

test('[BY5] the sources run in a browser', async () => {
  const folder = new URL('../src/', import.meta.url)
  for (const file of await readdir(folder)) {
    const source = await readFile(new URL(file, folder), 'utf8')
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name ?? '')
    for (const name of imports) expect(name).toMatch(/^(\.\/[a-z-]+\.ts|@noble\/curves\/ed25519\.js|hash-wasm)$/)
    expect(source).not.toMatch(/\b(Buffer|process|require|__dirname|global)\b/)
  }
})
