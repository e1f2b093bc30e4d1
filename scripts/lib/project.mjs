// Where things are. Runs under Node 20 and has no dependencies, like everything `npm start` needs before `npm ci`.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const binaries = join(root, 'node_modules', '.bin')

/** The environment of everything we run: the project's own programs first, and nothing phones home. */
export const environment = {
  ...process.env,
  PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`,
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
}

/** @param {string} path */
export function inProject(path) {
  return join(root, path)
}

/** The Node that runs the service: the one that was installed with it, or this one where it is new enough. */
export function modernNode() {
  const NEEDED = 24
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const installed = ['x64', 'arm64'].map((arch) => {
    const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${arch}`
    return inProject(`node_modules/${name}/bin/node${suffix}`)
  })
  const found = installed.find((path) => path.includes(process.arch) && existsSync(path))
  if (found) return found
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath
  throw new Error(
    `Node ${NEEDED} or newer is needed on ${process.platform}-${process.arch}, and this is ${process.version}. ` +
      'On Linux and Windows it comes with the installation; here, install it from https://nodejs.org and start again.',
  )
}

/** Stops with a clear message where even these scripts cannot run. */
export function refuseOldNode() {
  const OLDEST = 20
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return
  console.error(
    `\n  Node ${OLDEST} or newer is needed, and this is ${process.version}. Get it from https://nodejs.org\n`,
  )
  process.exit(1)
}
