import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/** What these are about lies around the page too: installing, printing, locks of the device, what is kept offline. */
const ABOUT_THE_BROWSER = /(help|install-hint|look|offline|passkey|push|quick-exit|sheet|start)\.spec\.ts/

/** The system's own, where there is one; Playwright's, where not. */
function launching(program: string) {
  const system = existsSync(program) ? { executablePath: program } : {}
  return { launchOptions: { ...system, args: BROWSER_ARGUMENTS } }
}

/** Everything that would make a test depend on the network, the machine's devices or its memory is off. */
const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
]

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  // Each test has a house of its own. Much of one is waiting, so three fill two cores.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    actionTimeout: 20_000,
    ...devices['Desktop Chrome'],
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    // A film of every test takes half of the processor; how the pages stood and how one ended is enough to see why.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    // It fetches the whole app once for every new browser. `offline.spec.ts` is about it and lets it in.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'browser', testMatch: ABOUT_THE_BROWSER, use: launching('/usr/bin/chromium') },
    // The same engine without windows: a quarter less work.
    { name: 'page', testIgnore: ABOUT_THE_BROWSER, use: launching('/usr/bin/chromium-headless-shell') },
  ],
})
