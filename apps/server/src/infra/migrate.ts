import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

// The lock and the table are those of `prisma migrate deploy`, so that either may be used on the same database.
const PRISMA_ADVISORY_LOCK = 72_707_369
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`
const OLDEST_SERVER = 150_000
const CONTROLS_TRANSACTIONS =
  /^\s*(BEGIN|START\s+TRANSACTION|COMMIT|ROLLBACK)(\s+(WORK|TRANSACTION))?\s*;|^\s*VACUUM\b|\bCONCURRENTLY\b/im

/** The database and the code do not fit together; the message says which migration and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

type Migration = { readonly name: string; readonly script: string; readonly checksum: string }
type AppliedRow = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Applies what is missing and returns its names. Each migration is one transaction: its row, its script and its finish
 * are there together or not at all, whenever the process or the database is killed.
 */
export async function migrate(
  url: string,
  folder: string,
  onApply: (name: string) => void = () => {},
): Promise<string[]> {
  const migrations = readMigrations(folder)
  const db = new pg.Client({ connectionString: url })
  db.on('error', () => {}) // the query under way rejects as well, and that is where it is answered
  await db.connect()
  try {
    await refuseOldServer(db)
    await db.query('SELECT pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK]) // held until the connection ends
    await db.query(MIGRATIONS_TABLE)
    const applied = await readApplied(db)
    refuseMismatch(migrations, applied)
    const missing = migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name))
    for (const migration of missing) {
      onApply(migration.name)
      await apply(db, migration)
    }
    return missing.map(({ name }) => name)
  } finally {
    await db.end()
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map(({ name }) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function refuseOldServer(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
  )
  const [server] = rows
  if (server && server.number < OLDEST_SERVER) {
    throw new MigrationError(`The database server is PostgreSQL ${server.version}; 15 or newer is needed.`)
  }
}

async function readApplied(db: pg.Client): Promise<AppliedRow[]> {
  const { rows } = await db.query<AppliedRow>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return rows
}

function refuseMismatch(migrations: readonly Migration[], applied: readonly AppliedRow[]): void {
  for (const row of applied) {
    const name = row.migration_name
    const known = migrations.find((migration) => migration.name === name)
    if (row.finished_at === null) {
      throw new MigrationError(
        `Migration ${name} was begun by another tool and never finished. See "prisma migrate resolve".`,
      )
    }
    if (known === undefined) {
      throw new MigrationError(
        `The database is newer than this version of Turnstone (it has ${name}). Update Turnstone.`,
      )
    }
    if (known.checksum !== row.checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after it was applied. Restore its file; add a new one instead.`,
      )
    }
  }
}

async function apply(db: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  if (CONTROLS_TRANSACTIONS.test(script)) {
    throw new MigrationError(`Migration ${name} controls transactions itself; it must leave that to the caller.`)
  }
  await db.query('BEGIN')
  try {
    await db.query(script)
    await db.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await db.query('COMMIT')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationError(`Migration ${name} failed and left nothing behind: ${reason}`, { cause: error })
  }
}
