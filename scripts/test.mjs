// `npm test`: installs what the tests need, checks the tree, and runs every test there is. The last line it prints is
// the sum, alone: `N passed, N failed`.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installBrowser, installEngines } from './lib/browser.mjs'
import { installPackages } from './lib/install.mjs'
import { buildPages } from './lib/prepare.mjs'
import { environment, inProject, modernNode, refuseOldNode } from './lib/project.mjs'
import { playwrightResult, vitestResult } from './lib/results.mjs'
import { exitCode } from './lib/steps.mjs'

refuseOldNode()
const reports = mkdtempSync(join(tmpdir(), 'turnstone-reports-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
const enginesReport = join(reports, 'engines.json')
/** @type {string[]} */
const broken = []

await stage('packages', installPackages)
await stage('browser', installBrowser)
await stage('other engines', installEngines)
await stage('checks', () => run(['scripts/check.mjs']))
await stage('unit, property and integration tests', () =>
  run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]),
)
await stage('build', buildPages)
await stage('end-to-end tests', () => runPlaywright('e2e/playwright.config.ts', playwrightReport))
await stage('Firefox and WebKit', () => runPlaywright('e2e/engines/playwright.config.ts', enginesReport))
report()

/**
 * Later stages run even after a failure: one run shows everything that is wrong.
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function stage(name, work) {
  try {
    await work()
  } catch (error) {
    broken.push(name)
    if (error instanceof Error && error.message) console.error(`  ${error.message}`)
  }
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} [extra] */
async function run([script, ...args], extra = {}) {
  const env = { ...environment, ...extra }
  const child = spawn(modernNode(), [inProject(script ?? ''), ...args], { cwd: inProject(''), env, stdio: 'inherit' })
  const code = await exitCode(child)
  if (code !== 0) throw new Error('')
}

/** @param {string} config @param {string} report */
function runPlaywright(config, report) {
  const playwright = 'node_modules/@playwright/test/cli.js'
  return run([playwright, 'test', '--config', config, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
}

function report() {
  const results = [vitestResult(vitestReport), playwrightResult(playwrightReport), playwrightResult(enginesReport)]
  rmSync(reports, { recursive: true, force: true })
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.flatMap((result) => result.failed)
  const withoutTests = passed + failed.length === 0
  if (withoutTests) console.error('\n  No test ran.')
  if (broken.length > 0) console.error(`\n  Not in order: ${broken.join('; ')}`)
  for (const test of failed) console.error(`  ✗ ${test}`)
  process.exitCode = broken.length > 0 || failed.length > 0 || withoutTests ? 1 : 0
  console.log(`\n${passed} passed, ${failed.length} failed`)
}
