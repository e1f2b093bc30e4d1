// Builds the pages: Next, then the steps that make its standalone output complete and fit for our
// Content-Security-Policy. The stamp is written last, so a build that was killed is never taken for finished.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashInputs } from './build-inputs.mjs'
import { externaliseInlineScripts } from './externalise-inline-scripts.mjs'
import { refuseDynamicPages } from './refuse-dynamic-pages.mjs'
import { writeServiceWorker } from './write-service-worker.mjs'

const web = fileURLToPath(new URL('../', import.meta.url))
const dist = join(web, '.next')
const standalone = join(dist, 'standalone', 'apps', 'web')
const stamp = join(dist, 'turnstone-build')
const BUILD_NAME_LENGTH = 16

const inputs = hashInputs()
if (isUpToDate()) {
  console.log('The pages are up to date.')
} else {
  try {
    build()
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

function isUpToDate() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs
}

function build() {
  rmSync(stamp, { force: true })
  rmSync(join(dist, 'standalone'), { recursive: true, force: true })
  runNextBuild()
  refuseDynamicPages(dist)
  cpSync(join(dist, 'static'), join(standalone, '.next', 'static'), { recursive: true })
  if (existsSync(join(web, 'public'))) cpSync(join(web, 'public'), join(standalone, 'public'), { recursive: true })
  const build = inputs.slice(0, BUILD_NAME_LENGTH)
  const { pages, scripts } = externaliseInlineScripts(join(standalone, '.next'), build)
  const kept = writeServiceWorker(standalone, build)
  writeFileSync(`${stamp}.new`, inputs, { flush: true })
  renameSync(`${stamp}.new`, stamp)
  console.log(`${pages} pages built; ${scripts} inline scripts moved into files.`)
  console.log(`${kept.pages} pages and ${kept.files} files are kept for times without network.`)
}

function runNextBuild() {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { status } = spawnSync(process.execPath, [next, 'build'], { cwd: web, env, stdio: 'inherit' })
  if (status !== 0) throw new Error('The pages could not be built; Next says why above.')
}
