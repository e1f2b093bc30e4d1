// `npm ci`, but only where something changed: it removes node_modules first, which takes a minute.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject } from './project.mjs'
import { step } from './steps.mjs'

const stamp = inProject('node_modules/.turnstone-installed')
const npmOwnStamp = inProject('node_modules/.package-lock.json')

/** Installs the packages of the lock file, if they are not there already. */
export async function installPackages() {
  const wanted = lockHash()
  if (isInstalled(wanted)) return
  await step('Installing packages (a minute or two the first time)', 'npm', ['ci', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
    advice:
      'The packages could not be installed. Is the npm registry reachable, and is there 2 GB of space? Then start again; nothing is lost.',
  })
  writeFileSync(stamp, wanted)
}

/** @param {string} wanted */
function isInstalled(wanted) {
  // npm writes its own stamp last, so an installation that was killed has none.
  return existsSync(npmOwnStamp) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex')
}
