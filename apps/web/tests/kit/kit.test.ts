import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, ofKind } from '@/features/kit/list'
import { addressFrom, callTo, isNumber, messageTo, siteOf } from '@/features/kit/reach'
import type { KitChange, KitItem } from '@/vault/kit'

const words = (id: string): KitItem => ({ kind: 'words', id, text: id })

describe('the kit', () => {
  it('has both of what two devices put in, in whatever order it arrives, and twice is once', () => {
    const change = fc.oneof(
      fc.nat(5).map((n): KitChange => ({ kind: 'added', item: words(`${n}`) })),
      fc.nat(5).map((n): KitChange => ({ kind: 'changed', item: words(`${n}`) })),
      fc.nat(5).map((n): KitChange => ({ kind: 'removed', id: `${n}` })),
    )
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const [list, ids] = [changes.reduce(changed, [] as readonly KitItem[]), new Set<string>()]
        for (const one of changes) {
          if (one.kind === 'removed') ids.delete(one.id)
          else ids.add(one.item.id)
        }
        expect(new Set(list.map(({ id }) => id))).toEqual(ids)
        expect(list.length).toBe(ids.size)
        const last = changes.at(-1)
        if (last) expect(changed(list, last)).toEqual(list)
      }),
    )
  })

  it('what was changed stands in its place, and is there again where another device had removed it', () => {
    const other: KitItem = { kind: 'words', id: 'a', text: 'other' }
    const change: KitChange = { kind: 'changed', item: other }
    expect(changed([words('a'), words('b')], change)).toEqual([other, words('b')])
    expect(changed([words('b')], change)).toEqual([words('b'), other])
  })

  it('is read by kind', () => {
    const person: KitItem = { kind: 'person', id: 'p', name: 'Sol', number: '1' }
    expect(ofKind([words('w'), person], 'person')).toEqual([person])
  })
})

describe('a link', () => {
  it.each([
    ['example.org/song', 'https://example.org/song'],
    [' https://example.org ', 'https://example.org/'],
    ['http://example.org/a?b=c#d', 'http://example.org/a?b=c#d'],
    ['canción.example', 'https://xn--cancin-fxa.example/'],
  ])('%s', (typed, address) => expect(addressFrom(typed)).toBe(address))

  it.each([
    '',
    'a song',
    'song',
    'javascript:alert(1)',
    'javascript://example.org/%0aalert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://me:secret@example.org',
    'https://',
  ])('is not %j', (typed) => expect(addressFrom(typed)).toBeNull())

  it('never leads anywhere but to the web, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
        const address = addressFrom(typed)
        if (address !== null) expect(address).toMatch(/^https?:\/\/[^@/]+\.[^@/]+/)
      }),
    )
  })

  it('says where it leads', () => expect(siteOf('https://music.example.org/a')).toBe('music.example.org'))
})

describe('a number', () => {
  it.each(['+34 600 123 456', '(11) 4444-5555', '112', '*77#123'])('%s', (typed) => expect(isNumber(typed)).toBe(true))
  it.each(['', 'Sol', '12', '+ - ( )', '600 123 456;ext=1', '+34 600 javascript'])('is not %j', (typed) =>
    expect(isNumber(typed)).toBe(false),
  )
  it('is dialled and written to by its digits alone', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(callTo(typed)).toMatch(/^tel:[\d+*#]*$/)
        expect(messageTo(typed)).toMatch(/^sms:[\d+*#]*$/)
      }),
    )
    expect(callTo('+34 600-12')).toBe('tel:+3460012')
  })
})
