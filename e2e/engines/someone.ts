import { expect } from '@playwright/test'
import type { House } from '../fixtures/house.ts'
import { words } from '../fixtures/words.ts'
import type { Window } from './engine.ts'
import type { Wanted } from './wanted.ts'

const PATIENCE = { timeout: 30_000, intervals: [100] }

type Values = Record<string, string>

/** One person in a browser of their own. They find things by the words of the app, wait for them, and use them. */
export class Someone {
  readonly name: string
  readonly window: Window
  readonly #house: House
  readonly #say = words('en')

  constructor(house: House, name: string, window: Window) {
    this.#house = house
    this.name = name
    this.window = window
  }

  open(path: string): Promise<void> {
    return this.window.go(path.startsWith('http') ? path : `${this.#house.url}/en${path}`)
  }

  async press(kind: 'button' | 'link' | 'choice', key: string, values?: Values): Promise<void> {
    const wanted = { kind, name: this.#say(key, values) }
    await expect(() => this.window.press(wanted)).toPass(PATIENCE)
  }

  async type(key: string, text: string): Promise<void> {
    const wanted: Wanted = { kind: 'field', name: this.#say(key) }
    await expect(() => this.window.type(wanted, text)).toPass(PATIENCE)
  }

  async sees(kind: Wanted['kind'], key: string, values?: Values): Promise<void> {
    await this.#looksFor({ kind, name: this.#say(key, values) })
  }

  /** Something that nobody can know before it is there. */
  async reads(pattern: RegExp): Promise<string> {
    let found = ''
    await expect(async () => {
      found = pattern.exec(await this.window.text())?.[0] ?? ''
      expect(found, `${this.name} reads ${pattern}`).not.toBe('')
    }).toPass(PATIENCE)
    return found
  }

  async #looksFor(wanted: Wanted): Promise<void> {
    const what = `${this.name} sees the ${wanted.kind} “${wanted.name}”`
    await expect.poll(() => this.window.isThere(wanted), { message: what, ...PATIENCE }).toBe(true)
  }
}
