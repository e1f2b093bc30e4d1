// `npm run check`: everything that can be said about the tree without running it. All checks run, whatever fails.

import { generateClient } from './lib/prepare.mjs'
import { inProject, modernNode, refuseOldNode } from './lib/project.mjs'
import { StepFailed, step } from './lib/steps.mjs'

/** @type {[title: string, script: string, args: string[], advice: string][]} */
const CHECKS = [
  ['Format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check'], 'Most of it repairs itself: npm run format'],
  ['Lint with types', 'node_modules/oxlint/bin/oxlint', ['--type-aware'], ''],
  ['Types', 'apps/server/node_modules/typescript/bin/tsc', ['-b'], ''],
  ['Import rules', 'scripts/check-imports.mjs', [], 'The rules and their reasons: .dependency-cruiser.mjs'],
  ['Unused code and packages', 'node_modules/knip/bin/knip.js', ['--no-config-hints'], ''],
  [
    'Migrations match the schema',
    'scripts/with-postgres.ts',
    [
      'prisma',
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema.prisma',
      '--exit-code',
    ],
    'Write the missing one: npm run db:migration -- --name what_changes',
  ],
  [
    'The README’s table of settings',
    'scripts/settings-table.ts',
    ['--check', 'README.md'],
    'npm run settings writes it.',
  ],
]

refuseOldNode()
await generateClient()
const failed = []
for (const [title, script, args, advice] of CHECKS) {
  try {
    await step(title, modernNode(), [inProject(script), ...args], { advice })
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    failed.push(title)
  }
}
if (failed.length > 0) {
  console.error(`  Not in order: ${failed.join(', ')}\n`)
  process.exitCode = 1
}
