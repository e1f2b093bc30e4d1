// npm leaves optional packages for other platforms out of the lock file when the registry it asked does not offer them,
// and then `npm ci` refuses the file. This adds what is missing. Run it after every `npm install`: npm run lock

import { readFileSync, writeFileSync } from 'node:fs'
import { inProject } from './lib/project.mjs'

/** The words in packages' names, and npm's words for them. */
const SYSTEMS = new Map(
  ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].map((name) => [name, name]),
).set('windows', 'win32')
const PROCESSORS = new Map(
  ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x'].map((name) => [name, name]),
).set('64', 'x64')

const file = inProject('package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), dev: parent.dev, optional: true }
    added.push(name)
  }
}
// npm's own order.
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = Object.fromEntries(sorted)
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added.length} optional packages added to the lock file.`)

/** @param {string} path @param {string} name */
function isLocked(path, name) {
  return `node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages
}

/** Says in the lock file where a package belongs, so that npm passes over it everywhere else. @param {string} name */
function platformOf(name) {
  const words = (name.split('/').pop() ?? '').split('-')
  const os = words.flatMap((word) => SYSTEMS.get(word) ?? [])
  const cpu = words.flatMap((word) => PROCESSORS.get(word) ?? [])
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`${name}: for which platform is it?`)
  const libc = words.includes('musl') ? { libc: ['musl'] } : {}
  return { cpu, os, ...libc }
}
