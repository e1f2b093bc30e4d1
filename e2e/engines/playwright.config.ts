import { defineConfig } from '@playwright/test'

/** The engines that Playwright cannot drive as Debian ships them. It runs the tests; `engine.ts` is what they drive. */
export default defineConfig<{ engine: 'firefox' | 'webkit' }>({
  testDir: '.',
  outputDir: '../test-results/engines',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 240_000,
  projects: [
    { name: 'firefox', use: { engine: 'firefox' } },
    { name: 'webkit', use: { engine: 'webkit' } },
  ],
})
