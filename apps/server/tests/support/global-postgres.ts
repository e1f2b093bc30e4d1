import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/infra/migrate.ts'
import { startThrowawayPostgres } from './throwaway-postgres.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url))
const TEMPLATE = 'turnstone_template'

/** One server for the whole run, with a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres()
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${TEMPLATE}`)
  await admin.end()
  await migrate(server.url(TEMPLATE), MIGRATIONS)
  project.provide('postgres', { adminUrl: server.url('postgres'), template: TEMPLATE })
  return () => server.stop()
}
