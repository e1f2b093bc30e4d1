import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OPEN_AT = /Turnstone is open at (http:\/\/\S+)/

/** `npm start` as a person types it, on an empty data folder. */
class Start {
  output = ''
  readonly #child: ChildProcess

  constructor(settings: Record<string, string>) {
    // A group of its own, so that Ctrl-C reaches all of it as it does in a terminal.
    this.#child = spawn('npm', ['start'], {
      cwd: ROOT,
      env: { ...process.env, ...settings },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString()
      })
    }
  }

  async address(): Promise<string> {
    await expect.poll(() => this.output, { timeout: 120_000 }).toMatch(OPEN_AT)
    return OPEN_AT.exec(this.output)?.[1] ?? ''
  }

  /** Sends the signal to everything in the foreground; resolves to npm's exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const exited = this.exit()
    process.kill(-Number(this.#child.pid), signal)
    return exited
  }

  async exit(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit')
    return this.#child.exitCode
  }
}

test('npm start: opens, stops on Ctrl-C, starts again, survives kill -9, and says what is wrong', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-start-'))
  const settings = { TURNSTONE_DATA: folder, PORT: '0' }
  try {
    await test.step('from an empty data folder', async () => {
      const first = new Start(settings)
      await page.goto(await first.address())
      await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible()
      expect(first.output).toContain('Setting up the database')
      await test.step('a second one on the same folder is told so', async () => {
        const second = new Start(settings)
        expect(await second.exit()).not.toBe(0)
        expect(second.output).toContain('already running')
      })
      await first.end('SIGINT')
      expect(first.output).toContain('Stopped')
    })
    await test.step('again, then killed without a word, then again', async () => {
      for (const signal of ['SIGKILL', 'SIGINT'] as const) {
        const again = new Start(settings)
        await page.goto(await again.address())
        await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible()
        expect(again.output).not.toContain('Setting up the database')
        await again.end(signal)
      }
    })
    await test.step('wrong settings are refused, each with its sentence', async () => {
      const wrong = new Start({ ...settings, PORT: 'three thousand', TURNSTONE_PUBLIC_URL: 'http://example.org' })
      expect(await wrong.exit()).toBe(2)
      expect(wrong.output).toContain('PORT: "three thousand" cannot be used')
      expect(wrong.output).toContain('TURNSTONE_PUBLIC_URL: "http://example.org" cannot be used')
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
