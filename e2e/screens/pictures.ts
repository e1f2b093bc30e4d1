import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

/** Not committed. */
const FOLDER = fileURLToPath(new URL('../../.data/screens/', import.meta.url))

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const
const SCHEMES = ['light', 'dark'] as const

interface Picture {
  readonly screen: string
  readonly file: string
}

/** The pictures of one run, and the sheet that shows them side by side. */
export class Pictures {
  readonly #taken: Picture[] = []

  constructor() {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
  }

  /** One screen in both sizes and both palettes: whole from top to bottom, or as far as it is seen at first. */
  async take(screen: string, locale: string, page: Page, fullPage: boolean): Promise<void> {
    const name = screen.replaceAll(/[^a-z]+/g, '-')
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport)
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const file = `${name}.${locale}.${size}.${colorScheme}.png`
        await page.screenshot({ path: join(FOLDER, file), fullPage, animations: 'disabled' })
        this.#taken.push({ screen, file })
      }
    }
    await page.setViewportSize(SIZES.phone)
  }

  /** Writes the contact sheet and returns its path. */
  writeSheet(): string {
    const screens = Map.groupBy(this.#taken, ({ screen }) => screen)
    const rows = Array.from(screens, ([screen, pictures]) => {
      const figures = pictures.map(
        ({ file }) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`,
      )
      return `<h2>${screen}</h2><div>${figures.join('')}</div>`
    })
    const style =
      'body{font-family:sans-serif;margin:24px}div{display:flex;gap:12px;overflow-x:auto;align-items:start}img{height:420px;border:1px solid #999}'
    const sheet = join(FOLDER, 'index.html')
    writeFileSync(
      sheet,
      `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('')}`,
    )
    return sheet
  }
}
