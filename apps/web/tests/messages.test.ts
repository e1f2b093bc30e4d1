import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ERRORS } from '@turnstone/protocol'
import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'

type Tree = { [key: string]: string | Tree }

const folder = (locale: string) => fileURLToPath(new URL(`../src/messages/${locale}/`, import.meta.url))
const load = (locale: string, file: string): Tree => JSON.parse(readFileSync(folder(locale) + file, 'utf8'))
function sentence(locale: string, file: string, key: string): string {
  const text = load(locale, file)[key]
  if (typeof text !== 'string') throw new Error(`no sentence ${locale}/${file} ${key}`)
  return text
}
const files = readdirSync(folder('en'))

function flat(tree: Tree, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
}

/** The ICU arguments of a message, by name. `hour` is left out: only Spanish needs it (a la / a las). */
function argumentsOf(text: string): string[] {
  const found = new Set(Array.from(text.matchAll(/<(\w+)>/g), ([tag]) => tag))
  readText(text, 0, found)
  found.delete('hour')
  return [...found].sort()
}

/** Reads up to the closing brace of the text it is in; returns where that is. */
function readText(text: string, from: number, found: Set<string>): number {
  let at = from
  while (at < text.length && text[at] !== '}') at = text[at] === '{' ? readArgument(text, at + 1, found) : at + 1
  return at
}

/** Reads `name}`, `name, type}` or `name, plural, key {text} …}`; returns the place after it. */
function readArgument(text: string, from: number, found: Set<string>): number {
  const end = text.slice(from).search(/[,}]/) + from
  found.add(text.slice(from, end).trim())
  let at = end
  while (text[at] !== '}') at = text[at] === '{' ? readText(text, at + 1, found) + 1 : at + 1
  return at + 1
}

it('has the same files in both languages', () => {
  expect(readdirSync(folder('es'))).toEqual(files)
})

describe.each(files)('%s', (file) => {
  const en = Object.fromEntries(flat(load('en', file)))
  const es = Object.fromEntries(flat(load('es', file)))

  it('has the same keys in both languages', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort())
  })

  it('takes the same arguments in both languages', () => {
    const all = (texts: Record<string, string>) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, argumentsOf(text)]))
    expect(all(es)).toEqual(all(en))
  })

  it('never raises its voice', () => {
    for (const text of [...Object.values(en), ...Object.values(es)]) expect(text).not.toMatch(/[!¡]|Oops|Ups/)
  })

  it('says something under every key', () => {
    for (const text of [...Object.values(en), ...Object.values(es)]) expect(text.trim()).not.toBe('')
  })
})

describe.each(['en', 'es'])('errors in %s', (locale) => {
  it.each(Object.keys(ERRORS))('has a sentence for %s: what happened, what is safe, what to do', (code) => {
    const text = sentence(locale, 'errors.json', code)
    expect(text.split(/[.;](?:\s|$)/).filter(Boolean).length).toBeGreaterThanOrEqual(3)
  })
})

describe('clock times', () => {
  const say = (locale: 'en' | 'es', time: string, hour: number, day = 'today') =>
    createTranslator<{ backAt: string }>({
      locale,
      messages: { backAt: sentence(locale, 'common.json', 'backAt') },
    })('backAt', { day, time, hour, date: '' })

  it('are said as people say them', () => {
    expect(say('en', '20:40', 20)).toBe('Back at 20:40.')
    expect(say('es', '20:40', 20)).toBe('Volvemos a las 20:40.')
    expect(say('es', '1:00', 1)).toBe('Volvemos a la 1:00.')
    expect(say('es', '9:00', 9, 'tomorrow')).toBe('Volvemos mañana a las 9:00.')
  })
})
