// `npm start`: install, build, run. Plain JavaScript without dependencies, because it runs before there are any.

import { refuseOldNode } from './lib/project.mjs'

refuseOldNode()
const { environment, inProject, modernNode } = await import('./lib/project.mjs')
const { installPackages } = await import('./lib/install.mjs')
const { exitCode, StepFailed } = await import('./lib/steps.mjs')
const { spawn } = await import('node:child_process')

const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

try {
  console.log('\n  Turnstone\n')
  await installPackages()
  const { buildPages, generateClient } = await import('./lib/prepare.mjs')
  await generateClient()
  await buildPages()
  process.exitCode = await serve()
} catch (error) {
  if (!(error instanceof StepFailed)) console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** Runs the service in the foreground. It gets our signals, we give back its exit code. */
async function serve() {
  const main = inProject('apps/server/src/main.ts')
  const child = spawn(modernNode(), [main], { env: environment, stdio: 'inherit' })
  for (const signal of STOP_SIGNALS) process.on(signal, () => child.kill(signal))
  return exitCode(child)
}
