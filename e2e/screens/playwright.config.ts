import { defineConfig } from '@playwright/test'
import base from '../playwright.config.ts'

/** `npm run screens`: no promises, only pictures. */
export default defineConfig(base, { testDir: '.', outputDir: '../test-results/screens', timeout: 10 * 60_000 })
