// Runs a command against a PostgreSQL server of its own that is thrown away afterwards:
//   node scripts/with-postgres.ts prisma migrate dev --create-only --name what_changes

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startThrowawayPostgres } from '../apps/server/tests/support/throwaway-postgres.ts'

const binaries = fileURLToPath(new URL('../node_modules/.bin', import.meta.url))

const [program, ...args] = process.argv.slice(2)
if (program === undefined) {
  console.error('usage: node scripts/with-postgres.ts <program> [arguments]')
  process.exit(2)
}
const server = await startThrowawayPostgres()
try {
  const env = {
    ...process.env,
    PATH: `${binaries}${delimiter}${process.env.PATH}`,
    DATABASE_URL: server.url('postgres'),
  }
  const child = spawn(join(binaries, program), args, { env, stdio: 'inherit' })
  process.exitCode = Number((await once(child, 'exit'))[0] ?? 1)
} finally {
  await server.stop()
}
