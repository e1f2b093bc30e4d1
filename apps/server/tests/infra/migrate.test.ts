import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDataFolder } from '../../src/infra/data-folder.ts'
import { MigrationError, migrate } from '../../src/infra/migrate.ts'
import { Cluster } from '../../src/infra/postgres/cluster.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { until } from '../support/until.ts'

const APPLY = fileURLToPath(new URL('../support/apply-migrations.ts', import.meta.url))
const REAL_MIGRATIONS = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url))

const SLOW = 'SELECT pg_sleep(0.05);'
const MIGRATIONS = {
  '001_first': `CREATE TABLE one (id int);\n${SLOW}\nINSERT INTO one VALUES (1);`,
  '002_second': `CREATE TABLE two (id int);\n${SLOW}\nINSERT INTO two SELECT id + 1 FROM one;`,
  '003_third': `ALTER TABLE two ADD COLUMN name text;\n${SLOW}\nUPDATE two SET name = 'second';`,
}
const ALL = Object.keys(MIGRATIONS)

test('applies what is missing, in order, once', async () => {
  const { url } = await emptyDatabase()
  const folder = migrationsFolder(MIGRATIONS)
  const seen: string[] = []
  expect(await migrate(url, folder, (name) => seen.push(name))).toEqual(ALL)
  expect(seen).toEqual(ALL)
  expect(await migrate(url, folder)).toEqual([])
  expect(await rows(url, 'SELECT id, name FROM two')).toEqual([{ id: 2, name: 'second' }])
})

test("the project's own migrations apply to an empty database", async () => {
  const { url } = await emptyDatabase()
  await migrate(url, REAL_MIGRATIONS)
  expect(await migrate(url, REAL_MIGRATIONS)).toEqual([])
})

test('two processes at once apply each migration once', async () => {
  const { url } = await emptyDatabase()
  const folder = migrationsFolder(MIGRATIONS)
  const [one, other] = await Promise.all([applied(url, folder), applied(url, folder)])
  expect([...one, ...other].toSorted()).toEqual(ALL)
  expect(await rows(url, 'SELECT id FROM one')).toEqual([{ id: 1 }])
})

test('a migration that fails leaves nothing behind, and can be tried again once it is repaired', async () => {
  const { url } = await emptyDatabase()
  const folder = migrationsFolder({ '001_first': 'CREATE TABLE one (id int); SELECT 1 / 0;' })
  await expect(migrate(url, folder)).rejects.toThrow(/001_first.*division by zero/)
  expect(await rows(url, `SELECT to_regclass('one') AS one`)).toEqual([{ one: null }])
  writeMigration(folder, '001_first', 'CREATE TABLE one (id int);')
  expect(await migrate(url, folder)).toEqual(['001_first'])
})

describe('refused before anything is touched', () => {
  test('an applied migration that was changed', async () => {
    const { url } = await emptyDatabase()
    const folder = migrationsFolder(MIGRATIONS)
    await migrate(url, folder)
    writeMigration(folder, '002_second', 'CREATE TABLE something_else (id int);')
    writeMigration(folder, '004_fourth', 'CREATE TABLE four (id int);')
    await expect(migrate(url, folder)).rejects.toThrow(/002_second was changed/)
    expect(await rows(url, `SELECT to_regclass('four') AS four`)).toEqual([{ four: null }])
  })

  test('a database that is newer than the code', async () => {
    const { url } = await emptyDatabase()
    await migrate(url, migrationsFolder(MIGRATIONS))
    const older = migrationsFolder({ '001_first': MIGRATIONS['001_first'] })
    await expect(migrate(url, older)).rejects.toThrow(/newer than this version.*Update Turnstone/)
  })

  test.each([
    'BEGIN;\nCREATE TABLE one (id int);\nCOMMIT;',
    'CREATE TABLE one (id int);\ncommit ;',
    'CREATE INDEX CONCURRENTLY i ON one (id);',
  ])('a script that ends the transaction itself: %j', async (script) => {
    const { url } = await emptyDatabase()
    await expect(migrate(url, migrationsFolder({ '001_first': script }))).rejects.toThrow(MigrationError)
  })

  test('but a function body may say BEGIN and END', async () => {
    const { url } = await emptyDatabase()
    const script = 'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 1;\nEND;\n$$;'
    expect(await migrate(url, migrationsFolder({ '001_first': script }))).toEqual(['001_first'])
  })
})

describe('killed at any moment', () => {
  const MOMENTS_MS = [0, 20, 45, 70, 95, 120, 150, 190]

  test.each(MOMENTS_MS)(
    'kill -9 of the process, %i ms after the first step: the next start completes',
    async (momentMs) => {
      const { url } = await emptyDatabase()
      const folder = migrationsFolder(MIGRATIONS)
      const child = startApplying(url, folder)
      await untilBegun(url)
      await delay(momentMs) // the moment is what is being tested
      child.kill('SIGKILL')
      expectWholeMigrations(await state(url))
      await migrate(url, folder)
      expectComplete(await state(url))
    },
  )

  test.each([0, 60, 110])('kill -9 of the process and of PostgreSQL, %i ms after the first step', async (momentMs) => {
    const dataFolder = temporaryFolder()
    openDataFolder(dataFolder)
    const cluster = await Cluster.open(dataFolder)
    onTestFinished(() => cluster.stop())
    await cluster.start()
    const folder = migrationsFolder(MIGRATIONS)
    const child = startApplying(cluster.url(), folder)
    await untilBegun(cluster.url())
    await delay(momentMs) // the moment is what is being tested
    child.kill('SIGKILL')
    if (cluster.pid !== null) process.kill(cluster.pid, 'SIGKILL')

    const again = await Cluster.open(dataFolder)
    await again.start()
    expectWholeMigrations(await state(again.url()))
    await migrate(again.url(), folder)
    expectComplete(await state(again.url()))
  })

  test('control: a row written before its script, as a second step, would block the next start', async () => {
    const { url } = await emptyDatabase()
    await migrate(url, migrationsFolder({}))
    await rows(url, `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'x', '001_first')`)
    await expect(migrate(url, migrationsFolder(MIGRATIONS))).rejects.toThrow(/never finished/)
  })
})

type State = { recorded: string[]; one: number | null; two: number | null; names: number | null }

/** Waits for whatever still runs on the database, then says what is there. */
async function state(url: string): Promise<State> {
  await rows(url, 'SELECT pg_advisory_lock(72707369)')
  const recorded = (await tableExists(url, '_prisma_migrations'))
    ? await rows(url, 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1')
    : []
  const count = async (table: string, sql: string) =>
    (await tableExists(url, table)) ? Number((await rows(url, sql))[0]?.n) : null
  return {
    recorded: recorded.map((row) => String(row.migration_name)),
    one: await count('one', 'SELECT count(*) AS n FROM one'),
    two: await count('two', 'SELECT count(*) AS n FROM two'),
    names: await count('two', `SELECT count(*) AS n FROM two WHERE to_jsonb(two) ->> 'name' = 'second'`),
  }
}

/** Recorded means done, and not recorded means that nothing of it is there. */
function expectWholeMigrations({ recorded, one, two, names }: State): void {
  expect(recorded).toEqual(ALL.slice(0, recorded.length))
  expect(one).toBe(recorded.length >= 1 ? 1 : null)
  expect(two).toBe(recorded.length >= 2 ? 1 : null)
  expect(names).toBe(recorded.length < 2 ? null : recorded.length === 3 ? 1 : 0)
}

function expectComplete(now: State): void {
  expect(now).toEqual({ recorded: ALL, one: 1, two: 1, names: 1 })
}

/** Until the first migration's transaction is open, or already behind us. */
async function untilBegun(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const begun = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND (xact_start IS NOT NULL AND query LIKE 'CREATE TABLE one%' OR query LIKE 'COMMIT%')`
  await until('the first migration has begun', async () => (await client.query(begun)).rowCount !== 0)
  await client.end()
}

function startApplying(url: string, folder: string) {
  const child = spawn(process.execPath, [APPLY, url, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function applied(url: string, folder: string): Promise<string[]> {
  const child = startApplying(url, folder)
  const [output] = (await once(child.stdout, 'data')) as [Buffer]
  return JSON.parse(output.toString()) as string[]
}

function migrationsFolder(migrations: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, script] of Object.entries(migrations)) writeMigration(folder, name, script)
  return folder
}

function writeMigration(folder: string, name: string, script: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), script)
}

async function emptyDatabase() {
  const database = await createTestDatabase({ empty: true })
  onTestFinished(() => database.drop())
  return database
}

async function tableExists(url: string, table: string): Promise<boolean> {
  return (await rows(url, `SELECT to_regclass('${table}') AS name`))[0]?.name !== null
}

async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
