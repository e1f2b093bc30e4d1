import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkImports } from '../check-imports.mjs'

let tree: string

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'turnstone-imports-'))
  for (const room of ['apps', 'packages', 'e2e', 'scripts']) mkdirSync(join(tree, room))
  for (const file of ['tsconfig.base.json', 'apps/web/tsconfig.json']) cpSync(file, join(tree, file))
  write('apps/web/src/index.ts', 'export const page = 1')
  write('packages/check-in/src/index.ts', 'export const idle = 1')
  write('packages/vault/src/index.ts', 'export const sealed = 1')
  write('apps/server/src/infra/db.ts', 'export const db = 1')
  write(
    'apps/server/src/features/journal/store.ts',
    "import { db } from '../../infra/db.ts'\nexport const entries = db",
  )
})

afterEach(() => rmSync(tree, { recursive: true, force: true }))

test('a tree that keeps the rules passes, and was looked at', () => {
  const { modules, violations } = checkImports(tree)
  expect(violations).toEqual([])
  expect(modules).toBeGreaterThanOrEqual(5)
})

test.each([
  ['server-cannot-decrypt', 'apps/server/src/app.ts', '../../../packages/vault/src/index.ts'],
  ['check-in-is-pure', 'packages/check-in/src/clock.ts', 'node:fs'],
  ['apps-never-import-each-other', 'apps/web/src/lib/socket.ts', '../../../server/src/infra/db.ts'],
  ['server-features-meet-at-commands-and-queries', 'apps/server/src/features/care/queries.ts', '../journal/store.ts'],
  ['realtime-decides-nothing', 'apps/server/src/realtime/gateway.ts', '../features/journal/store.ts'],
  ['only-stores-touch-the-database', 'apps/server/src/features/journal/commands.ts', 'pg'],
  ['e2e-knows-no-source', 'e2e/story.spec.ts', '../packages/check-in/src/index.ts'],
  ['browser-code-uses-no-node', 'packages/vault/src/disk.ts', 'node:fs'],
])('%s catches a seeded violation', (rule, file, target) => {
  write(file, `import * as x from '${target}'\nexport const y = x`)
  const broken = checkImports(tree).violations.filter((violation) => violation.from === file)
  expect(broken.map((violation) => violation.rule)).toContain(rule)
  expect(broken.every((violation) => violation.advice.length > 40)).toBe(true)
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true })
  writeFileSync(join(tree, file), `${text}\n`)
}
