import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client.ts'
import type { Logger } from './logger.ts'

const POOL_SIZE = 10
const CONNECT_TIMEOUT_MS = 5_000
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000

/** The one pool of connections: Prisma for ordinary reads and writes, `pool` for the hot path. */
export type Database = {
  readonly pool: pg.Pool
  readonly prisma: PrismaClient
  close(): Promise<void>
}

/** Opens nothing yet: connections are made when they are needed, again and again if the server goes away. */
export function createDatabase(url: string, logger: Logger): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    application_name: 'turnstone',
  })
  // A connection that breaks is an event, and one without a listener ends the process: idle ones tell the pool, one in
  // use tells only itself.
  pool.on('error', (error) => logger.warn({ err: error, component: 'database' }, 'an idle connection broke'))
  pool.on('connect', (client) => {
    client.on('error', (error) => logger.warn({ err: error, component: 'database' }, 'a connection broke'))
  })
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    pool,
    prisma,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** A connection inside a transaction. */
export type Transaction = pg.PoolClient

/** Runs `work` in one transaction on a connection of the pool: commits what it did, or undoes it all when it throws. */
export async function inTransaction<T>({ pool }: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tx = await pool.connect()
  let broken: Error | undefined
  try {
    await tx.query('BEGIN')
    const done = await work(tx)
    await tx.query('COMMIT')
    return done
  } catch (error) {
    // A connection whose rollback fails as well is of no use to anybody.
    await tx.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw error
  } finally {
    tx.release(broken)
  }
}
