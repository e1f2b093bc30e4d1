import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/two-partners.ts'

/** Script on the first load of the home page, above an empty page of the same Next, gzipped. */
const BUDGET_BYTES = 100 * 1024

const EMPTY_APP = fileURLToPath(new URL('../fixtures/empty-app', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

test('X6: the home page brings at most 100 KB of script above an empty page', async ({ arrive }) => {
  const ana = await arrive('Ana')
  const landing = await scriptsOf(ana.page, () => ana.open(''))
  await ana.signUp()
  const fresh = await ana.context.newPage()
  const home = await scriptsOf(fresh, async () => {
    await fresh.goto(ana.page.url().replace(/\/recovery-sheet.*/, ''))
    await expect(fresh.getByRole('link', { name: ana.say('home.write'), exact: true })).toBeVisible()
  })
  const empty = emptyPageBytes()
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
  console.log(
    `  script, gzipped: empty page ${kib(empty)}, landing +${kib(landing - empty)}, home +${kib(home - empty)}`,
  )
  expect(empty).toBeGreaterThan(50_000) // a control: the framework alone is more than this
  expect(landing - empty).toBeLessThanOrEqual(BUDGET_BYTES)
  expect(home - empty).toBeLessThanOrEqual(BUDGET_BYTES)
})

/** What the page loads until it is quiet, as it would travel compressed. Workers load later and count where they are needed. */
async function scriptsOf(page: Page, open: () => Promise<unknown>): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && response.ok()) bodies.push(response.body())
  })
  await open()
  await page.waitForLoadState('networkidle')
  return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
}

/** Builds an app that shows nothing, with the same Next, and adds up what its page loads. */
function emptyPageBytes(): number {
  const folder = mkdtempSync(join(ROOT, 'e2e', '.empty-'))
  try {
    cpSync(EMPTY_APP, folder, { recursive: true })
    const next = createRequire(join(ROOT, 'apps/web/package.json')).resolve('next/dist/bin/next')
    const local = join(ROOT, 'apps/web/node_modules')
    if (existsSync(local)) symlinkSync(local, join(folder, 'node_modules'))
    execFileSync(process.execPath, [next, 'build'], {
      cwd: folder,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      stdio: 'pipe',
    })
    const html = readFileSync(join(folder, '.next/server/app/index.html'), 'utf8')
    const sources = new Set([...html.matchAll(/<script[^>]*\bsrc="\/_next\/([^"?]+)/g)].map(([, path = '']) => path))
    expect(readdirSync(join(folder, '.next/static')).length).toBeGreaterThan(0)
    return [...sources].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, '.next', path))).length, 0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
