// `npm run screens`: pictures of every screen into .data/screens, with an index.html that shows them side by side.

import { installBrowser } from './lib/browser.mjs'
import { installPackages } from './lib/install.mjs'
import { buildPages } from './lib/prepare.mjs'
import { inProject, modernNode, refuseOldNode } from './lib/project.mjs'
import { StepFailed, step } from './lib/steps.mjs'

refuseOldNode()
try {
  await installPackages()
  await installBrowser()
  await buildPages()
  const playwright = inProject('node_modules/@playwright/test/cli.js')
  await step('Pictures', modernNode(), [playwright, 'test', '--config', inProject('e2e/screens/playwright.config.ts')])
} catch (error) {
  if (!(error instanceof StepFailed)) console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
