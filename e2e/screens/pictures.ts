import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { Locale } from '../fixtures/words.ts'
import type { Sight } from './tour.ts'

/** Not committed. */
const FOLDER = fileURLToPath(new URL('../../.data/screens/', import.meta.url))

const PHONE = { width: 390, height: 844 } as const
const UPRIGHT = { phone: PHONE, desktop: { width: 1280, height: 800 } } as const
const SIDEWAYS = { phone: { width: 844, height: 390 } } as const
const SCHEMES = ['light', 'dark'] as const

/** The pictures of one tour in one language. Those of its last time are gone. */
export class Pictures {
  readonly #tour: string
  readonly #language: Locale
  #taken = 0

  constructor(tour: string, language: Locale) {
    this.#tour = tour
    this.#language = language
    mkdirSync(FOLDER, { recursive: true })
    for (const file of readdirSync(FOLDER))
      if (file.startsWith(`${tour}.`) && file.includes(`.${language}.`)) rmSync(join(FOLDER, file))
  }

  /** One screen in both sizes and both palettes: whole from top to bottom, or as far as it is seen at first. */
  async take(page: Page, screen: string, { fold, sideways }: Sight = {}): Promise<void> {
    this.#taken += 1
    const place = String(this.#taken).padStart(2, '0')
    const name = `${this.#tour}.${place}-${screen.replaceAll(/[^a-z]+/gi, '-')}.${this.#language}`
    for (const [size, viewport] of Object.entries(sideways ? SIDEWAYS : UPRIGHT)) {
      await page.setViewportSize(viewport)
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const path = join(FOLDER, `${name}.${size}.${colorScheme}.png`)
        await page.screenshot({ path, fullPage: !fold, animations: 'disabled' })
      }
    }
    await page.setViewportSize(PHONE)
  }
}

/** Writes the sheet that shows all pictures of the folder, a screen a row. */
export function writeSheet(): void {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.png'))
  const screens = Map.groupBy(files.toSorted(), (file) => file.split('.').slice(0, 2).join(': '))
  const rows = Array.from(screens, ([screen, pictures]) => {
    const figures = pictures.map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`)
    return `<h2>${screen}</h2><div>${figures.join('')}</div>`
  })
  const style =
    'body{font-family:sans-serif;margin:24px}div{display:flex;gap:12px;overflow-x:auto;align-items:start}img{height:420px;border:1px solid #999}'
  writeFileSync(
    join(FOLDER, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('')}`,
  )
}
