// `npm run demo`: installs and builds what is missing, then hands over to demo.ts, which needs the new Node.

import { spawn } from 'node:child_process'
import { installPackages } from './lib/install.mjs'
import { environment, inProject, modernNode, refuseOldNode } from './lib/project.mjs'
import { exitCode, StepFailed } from './lib/steps.mjs'

refuseOldNode()
try {
  await installPackages()
  const { buildPages, generateClient } = await import('./lib/prepare.mjs')
  await generateClient()
  await buildPages()
  const child = spawn(modernNode(), [inProject('scripts/demo.ts')], { env: environment, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  process.exitCode = await exitCode(child)
} catch (error) {
  if (!(error instanceof StepFailed)) console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
