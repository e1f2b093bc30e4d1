// Browsers for the end-to-end tests: the system's, Playwright's, or those we install.

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inProject, modernNode } from './project.mjs'
import { StepFailed, step } from './steps.mjs'

export const SYSTEM_CHROMIUM = '/usr/bin/chromium'
/** The same engine without the windows around it, which most tests do not need. */
const SYSTEM_SHELL = '/usr/bin/chromium-headless-shell'
/** What the tests in other engines use, and the Debian packages it is in. */
const ENGINES = new Map([
  ['/usr/bin/firefox-esr', 'firefox-esr'],
  ['/usr/bin/WebKitWebDriver', 'webkit2gtk-driver'],
  ['/usr/bin/Xvfb', 'xvfb'],
])

/** Makes sure there is a browser to test in. */
export async function installBrowser() {
  if ((existsSync(SYSTEM_CHROMIUM) && existsSync(SYSTEM_SHELL)) || hasPlaywrightsOwn()) return
  if (isOurDebian()) return installFromDebian('Chromium', ['chromium', 'chromium-headless-shell'])
  if (existsSync(SYSTEM_CHROMIUM)) return
  await step(
    'Downloading Chromium for the tests',
    modernNode(),
    [inProject('node_modules/playwright/cli.js'), 'install', 'chromium'],
    {
      advice: `Playwright could not download its browser. Install Chromium yourself (as ${SYSTEM_CHROMIUM}) and run the tests again.`,
    },
  )
}

/** Makes sure there are Firefox and WebKit, where they can be had. Where not, their tests are skipped, except in CI. */
export async function installEngines() {
  const missing = [...ENGINES].filter(([program]) => !existsSync(program)).map(([, name]) => name)
  if (missing.length === 0) return
  try {
    if (isOurDebian()) return await installFromDebian('Firefox and WebKit', missing)
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
  }
  const outcome = process.env.CI ? 'fail' : 'are skipped'
  console.log(`  Firefox and WebKit come from Debian, as root. Their tests ${outcome}: no ${missing.join(', ')} here.`)
}

const isOurDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

/** @param {string} what @param {string[]} packages */
async function installFromDebian(what, packages) {
  const advice = `${what} could not be installed from Debian. Are its package servers reachable?`
  await step('Asking Debian for its packages', 'apt-get', ['update'], { advice })
  await step(`Installing ${what}`, 'apt-get', ['install', '-y', '--no-install-recommends', ...packages], { advice })
}

function hasPlaywrightsOwn() {
  const { chromium } = createRequire(inProject('e2e/package.json'))('@playwright/test')
  return existsSync(chromium.executablePath())
}
