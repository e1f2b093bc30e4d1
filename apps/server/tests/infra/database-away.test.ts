import pg from 'pg'
import { expect, test } from 'vitest'
import { isDatabaseAway } from '../../src/infra/database-away.ts'
import { createDatabase } from '../../src/infra/db.ts'
import { freePort } from '../../src/infra/free-port.ts'
import { createLogger } from '../../src/infra/logger.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { until } from '../support/until.ts'

const silent = createLogger('silent')

test('nobody listens: away, through the pool and through Prisma', async () => {
  const db = createDatabase(`postgresql://nobody:x@127.0.0.1:${await freePort()}/none`, silent)
  expect(isDatabaseAway(await failure(db.pool.query('SELECT 1')))).toBe(true)
  expect(isDatabaseAway(await failure(db.prisma.$queryRaw`SELECT 1`))).toBe(true)
  await db.close()
})

test('an ordinary refusal is not "away"', async () => {
  const { url } = await createTestDatabase()
  const db = createDatabase(url, silent)
  expect(isDatabaseAway(await failure(db.pool.query('SELECT * FROM nothing_of_that_name')))).toBe(false)
  expect(isDatabaseAway(await failure(db.prisma.$queryRawUnsafe('SELECT 1 / 0')))).toBe(false)
  expect(isDatabaseAway(new Error('no such partner'))).toBe(false)
  expect(isDatabaseAway(undefined)).toBe(false)
  await db.close()
})

test('connections that are cut in the middle are away, the process lives, and the next query works', async () => {
  const { url } = await createTestDatabase()
  const db = createDatabase(url, silent)
  const running = failure(db.pool.query('SELECT pg_sleep(60)'))
  await cutConnectionsOf(url)
  expect(isDatabaseAway(await running)).toBe(true)
  expect((await db.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  expect(await db.prisma.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }])
  await db.close()
})

/** Waits until the long query runs, then ends every other connection to that database. */
async function cutConnectionsOf(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const others = `FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%pg_sleep%'`
  await until('the long query runs', async () => (await client.query(`SELECT ${others}`)).rowCount !== 0)
  await client.query(`SELECT pg_terminate_backend(pid) ${others}`)
  await client.end()
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('it worked, and should not have')
}
