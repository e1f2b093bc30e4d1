// `npm run icons`: the pictures that phones want as PNG, drawn from the two SVGs in apps/web/public/icons. They are
// committed: a start must not need a browser.

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { SYSTEM_CHROMIUM } from './lib/browser.mjs'
import { inProject } from './lib/project.mjs'

const FOLDER = 'apps/web/public/icons'
const LOOKS = { turnstone: '#f8f5ee', notes: '#dfe4e8' }
const DRAWING = 64

/**
 * `share`: how much of the tile the drawing fills. A maskable icon may lose everything outside a circle of 80 %.
 * @type {{ file: string, pixels: number, share: number, corner: number }[]}
 */
const TILES = [
  { file: '192', pixels: 192, share: 0.92, corner: 0.18 },
  { file: '512', pixels: 512, share: 0.92, corner: 0.18 },
  { file: 'maskable-192', pixels: 192, share: 0.72, corner: 0 },
  { file: 'maskable-512', pixels: 512, share: 0.72, corner: 0 },
  { file: 'apple-180', pixels: 180, share: 0.84, corner: 0 },
]

const { chromium } = createRequire(inProject('e2e/package.json'))('@playwright/test')
const browser = await chromium.launch({ executablePath: SYSTEM_CHROMIUM, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  for (const [look, ground] of Object.entries(LOOKS)) {
    const drawing = readFileSync(inProject(`${FOLDER}/${look}.svg`), 'utf8').replace(/<\/?svg[^>]*>/g, '')
    for (const { file, pixels, share, corner } of TILES) {
      await page.setViewportSize({ width: pixels, height: pixels })
      await page.setContent(tile({ drawing, ground, share, corner }))
      const png = await page.screenshot({ omitBackground: true })
      writeFileSync(inProject(`${FOLDER}/${look}-${file}.png`), png)
    }
  }
} finally {
  await browser.close()
}

/** @param {{ drawing: string, ground: string, share: number, corner: number }} of */
function tile({ drawing, ground, share, corner }) {
  const inset = ((1 - share) / 2) * DRAWING
  return `<style>html, body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DRAWING} ${DRAWING}">
      <rect width="${DRAWING}" height="${DRAWING}" rx="${corner * DRAWING}" fill="${ground}"/>
      <g transform="translate(${inset} ${inset}) scale(${share})">${drawing}</g>
    </svg>`
}
