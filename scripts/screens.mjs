// `npm run screens`: pictures of every screen into .data/screens, with an index.html that shows them side by side.
// `npm run screens -- table closing`: only these tours of e2e/screens/list.ts; `-- "table (es)"` in one language.

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
  const config = inProject('e2e/screens/playwright.config.ts')
  const tours = process.argv.slice(2).map((tour) => tour.replaceAll(/[()]/g, String.raw`\$&`))
  const only = tours.length > 0 ? ['--grep', tours.join('|')] : []
  await step('Pictures', modernNode(), [playwright, 'test', '--config', config, ...only])
  console.log(`\n  Side by side: ${inProject('.data/screens/index.html')}\n`)
} catch (error) {
  if (!(error instanceof StepFailed)) console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
