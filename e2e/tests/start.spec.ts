import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Npm } from '../fixtures/npm.ts'

test('npm start: opens, stops on Ctrl-C, starts again, survives kill -9, and says what is wrong', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-start-'))
  const settings = { TURNSTONE_DATA: folder, PORT: '0' }
  try {
    await test.step('from an empty data folder', async () => {
      const first = new Npm('start', settings)
      await page.goto(await first.address())
      await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible()
      expect(first.output).toContain('Setting up the database')
      await test.step('a second one on the same folder is told so', async () => {
        const second = new Npm('start', settings)
        expect(await second.exit()).not.toBe(0)
        expect(second.output).toContain('already running')
      })
      await first.end('SIGINT')
      expect(first.output).toContain('Stopped')
    })
    await test.step('again, then killed without a word, then again', async () => {
      for (const signal of ['SIGKILL', 'SIGINT'] as const) {
        const again = new Npm('start', settings)
        await page.goto(await again.address())
        await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible()
        expect(again.output).not.toContain('Setting up the database')
        await again.end(signal)
      }
    })
    await test.step('wrong settings are refused, each with its sentence', async () => {
      const wrong = new Npm('start', {
        ...settings,
        PORT: 'three thousand',
        TURNSTONE_PUBLIC_URL: 'http://example.org',
      })
      expect(await wrong.exit()).toBe(2)
      expect(wrong.output).toContain('PORT: "three thousand" cannot be used')
      expect(wrong.output).toContain('TURNSTONE_PUBLIC_URL: "http://example.org" cannot be used')
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
