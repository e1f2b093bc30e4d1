// Checks the import rules of ARCHITECTURE.md (.dependency-cruiser.mjs) and says where code belongs that breaks one.

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import rules from '../.dependency-cruiser.mjs'

const COMMENTS = new Map(rules.forbidden?.map(({ name, comment }) => [name, comment ?? '']))
const ROOMS = ['apps', 'packages', 'e2e', 'scripts']
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024
const cruiser = fileURLToPath(new URL('../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', import.meta.url))
const config = fileURLToPath(new URL('../.dependency-cruiser.mjs', import.meta.url))

/**
 * @typedef {{ rule: string, from: string, to: string, advice: string }} Violation
 * @param {string} folder the root of the tree to check
 * @returns {{ modules: number, violations: Violation[] }}
 */
export function checkImports(folder) {
  const args = [cruiser, '--config', config, '--output-type', 'json', ...ROOMS]
  const output = execFileSync(process.execPath, args, { cwd: folder, maxBuffer: MAX_OUTPUT_BYTES, encoding: 'utf8' })
  const { summary } = JSON.parse(output)
  const violations = summary.violations.map((/** @type {any} */ { rule, from, to }) => {
    return { rule: rule.name, from, to, advice: COMMENTS.get(rule.name) ?? '' }
  })
  return { modules: summary.totalCruised, violations }
}

function main() {
  const { modules, violations } = checkImports(process.cwd())
  // A cruiser that cannot read TypeScript finds nothing wrong, because it finds nothing.
  if (modules === 0) fail('No module was looked at: the import check itself is broken.')
  for (const { from, to, rule, advice } of violations) console.error(`${from} -> ${to}\n  ${rule}: ${advice}\n`)
  if (violations.length > 0) fail(`${violations.length} imports break the rules.`)
  console.log(`Imports: ${modules} modules, every rule kept.`)
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
