// What the built pages are made from. Used by the build, and by `npm start` to see whether there is anything to build.
// Runs under Node 20 as well and has no dependencies.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../../', import.meta.url))

const INPUTS = [
  'package-lock.json',
  'tsconfig.base.json',
  'apps/web/package.json',
  'apps/web/tsconfig.json',
  'apps/web/next.config.ts',
  'apps/web/postcss.config.mjs',
  'apps/web/src',
  'apps/web/public',
  'apps/web/scripts',
  'packages/check-in/src',
  'packages/content/src',
  'packages/protocol/src',
  'packages/vault/src',
]

/** One hash over the names and contents of everything that goes into the pages. */
export function hashInputs() {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap((input) => filesUnder(join(repository, input)))) {
    const content = readFileSync(file)
    hash.update(`${relative(repository, file).split(sep).join('/')}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((name) => filesUnder(join(path, name)))
}
