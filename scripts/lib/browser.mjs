// A Chromium for the end-to-end tests: the system's, Playwright's, or one we install.

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inProject, modernNode } from './project.mjs'
import { step } from './steps.mjs'

export const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** Makes sure there is a browser to test in. */
export async function installBrowser() {
  if (existsSync(SYSTEM_CHROMIUM) || hasPlaywrightsOwn()) return
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) return installFromDebian()
  await step(
    'Downloading Chromium for the tests',
    modernNode(),
    [inProject('node_modules/playwright/cli.js'), 'install', 'chromium'],
    {
      advice: `Playwright could not download its browser. Install Chromium yourself (as ${SYSTEM_CHROMIUM}) and run the tests again.`,
    },
  )
}

async function installFromDebian() {
  const advice = 'Debian’s Chromium could not be installed. Are its package servers reachable?'
  await step('Asking Debian for its packages', 'apt-get', ['update'], { advice })
  await step('Installing Chromium', 'apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { advice })
}

function hasPlaywrightsOwn() {
  const { chromium } = createRequire(inProject('e2e/package.json'))('@playwright/test')
  return existsSync(chromium.executablePath())
}
