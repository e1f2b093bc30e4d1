import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COUNTRIES, dialled, guessCountry, type HelpLine, helpLinesOf, LANGUAGES } from '../src/help-lines/index.ts'

const CODES = COUNTRIES.map(({ code }) => code)
const ASKED_FOR = ['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'ES', 'MX', 'AR', 'CO', 'CL', 'PE', 'DE', 'FR']
const places = [...CODES, null]
const all = [...new Set(places.flatMap(helpLinesOf))]
const numbersOf = ({ ways }: HelpLine) => ways.flatMap((way) => (way.kind === 'web' ? [] : [way.number]))
const words = (line: HelpLine) =>
  [line.name, line.note, line.hours].filter((told) => told !== null && told !== 'always')

describe('X2: the help lines of a country', () => {
  it.each(places)('%s: an emergency number that can be called at any time comes first', (place) => {
    const [first] = helpLinesOf(place)
    expect(first).toMatchObject({ need: 'emergency', hours: 'always', answers: 'everyone' })
    expect(first?.ways[0]?.kind).toBe('call')
  })

  it.each(places)('%s: there is somebody for everyone, and somewhere to look further', (place) => {
    const lines = helpLinesOf(place)
    expect(lines.some(({ need, answers }) => need !== 'emergency' && answers === 'everyone')).toBe(true)
    expect(lines.at(-1)?.ways).toEqual([{ kind: 'web', address: 'findahelpline.com' }])
  })

  it('are of their own where that was asked for, with a line about violence', () => {
    for (const code of ASKED_FOR) {
      const lines = helpLinesOf(code)
      expect([code, lines[0]?.id.startsWith(code.toLowerCase())]).toEqual([code, true])
      expect([code, lines.some(({ need }) => need === 'violence')]).toEqual([code, true])
    }
  })

  it('are those for anywhere when the country is none of ours', () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        fc.pre(!CODES.includes(code))
        expect(helpLinesOf(code)).toEqual(helpLinesOf(null))
      }),
    )
    expect(helpLinesOf('constructor')).toEqual(helpLinesOf(null))
  })
})

describe('every help line', () => {
  it('has numbers that a telephone can dial', () => {
    for (const line of all)
      for (const number of numbersOf(line)) {
        expect([line.id, number]).toEqual([line.id, expect.stringMatching(/^[+*]?\d[\d -]*$/)])
        expect([line.id, dialled(number)]).toEqual([line.id, expect.stringMatching(/^[+*]?\d{2,13}$/)])
      }
  })

  it('has web addresses as one types them, and never more than words to send', () => {
    for (const { ways } of all)
      for (const way of ways) {
        if (way.kind === 'web') expect(way.address).toMatch(/^[a-z0-9-]+(\.[a-z]+)+$/)
        if (way.kind === 'text' && way.say !== undefined) expect(way.say).toMatch(/^[A-Z]+$/)
      }
  })

  it('has a way to reach it, a source that was read, and the day of that', () => {
    for (const { id, ways, sources, checkedOn } of all) {
      expect([id, ways.length > 0, sources.length > 0]).toEqual([id, true, true])
      for (const source of sources) expect(new URL(source).protocol).toBe('https:')
      expect(checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(Date.parse(checkedOn)).toBeGreaterThan(Date.parse('2026-01-01'))
    }
  })

  it('is told in both languages, calmly', () => {
    for (const line of all)
      for (const told of words(line))
        for (const of of ['en', 'es'] as const) {
          expect([line.id, told[of].trim()]).toEqual([line.id, told[of]])
          expect([line.id, told[of]]).toEqual([line.id, expect.stringMatching(/^[^!¡]+$/)])
        }
    for (const { languages } of all) expect(LANGUAGES).toEqual(expect.arrayContaining([...languages]))
  })

  it('has an id of its own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(CODES).size).toBe(CODES.length)
    for (const code of CODES) expect(code).toMatch(/^[A-Z]{2}$/)
  })
})

describe('guessing the country', () => {
  const from = (timeZone: string, ...languages: string[]) => guessCountry({ timeZone, languages })

  it('goes by the clock of the device, whatever form of a language it uses', () => {
    expect(from('Europe/Madrid', 'en-GB')).toBe('ES')
    expect(from('America/Argentina/Salta', 'es-419')).toBe('AR')
    expect(from('America/Buenos_Aires')).toBe('AR')
    expect(from('Pacific/Honolulu', 'es-MX')).toBe('US')
    expect(from('Australia/Perth')).toBe('AU')
  })

  it('shows no other country’s numbers where the clock is of one without lines', () => {
    expect(from('America/Guatemala', 'es-MX')).toBeNull()
    expect(from('Europe/Zurich', 'de-DE')).toBeNull()
  })

  it('goes by the languages where the clock says nothing', () => {
    expect(from('UTC', 'es', 'es-MX', 'en-US')).toBe('MX')
    expect(from('', 'es-Latn-PE')).toBe('PE')
    expect(from('Etc/GMT+3', 'pt-BR', 'en')).toBeNull()
  })

  it('knows a clock for every country, and no clock for two', () => {
    const found = new Map<string, string | null>()
    for (const zone of Intl.supportedValuesOf('timeZone')) found.set(zone, from(zone))
    expect([...new Set(found.values())].filter((code) => code !== null).toSorted()).toEqual(CODES.toSorted())
  })
})
