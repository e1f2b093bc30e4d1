import { PROTOCOL_VERSION } from '@turnstone/protocol'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Couple } from '../support/couple.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { until } from '../support/until.ts'

let server: TestServer
let couple: Couple

beforeAll(async () => {
  server = await startTestServer()
  couple = await Couple.meet(server)
})
afterAll(async () => {
  couple.close()
  await server.stop()
})

const beat = () => couple.ben.phone.socket.emit('beat', { v: PROTOCOL_VERSION })
const bothSeeTheClock = (clock: string) =>
  couple.bothSee(`a clock that is ${clock}`, ({ phase }) => phase.kind === 'running' && phase.clock === clock)

it('a return that could not be written is written with a later beat, without anybody coming anew', async () => {
  await couple.open()
  couple.ben.phone.fallSilent()
  server.clock.advance(2_800)
  await bothSeeTheClock('stopped')
  await until('Ana alone is here', async () => {
    const { rows } = await server.db.pool.query(`SELECT quiet->'present' AS present FROM check_in_quiet`)
    return rows[0].present.a && !rows[0].present.b
  })

  await loseWritesTo(couple.ben.checkInId, async () => beat())
  expect(server.logged()).toContain('presence waits for the database')
  await bothSeeTheClock('running')
})

/** While `work` is at it, nothing can be written to this check-in; the first who waits for it loses the connection. */
async function loseWritesTo(checkInId: string, work: () => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server.databaseUrl })
  await client.connect()
  await client.query('BEGIN')
  await client.query('SELECT 1 FROM check_in WHERE id = $1 FOR UPDATE', [checkInId])
  await work()
  const waiting = `FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`
  const end = `SELECT pg_terminate_backend(pid) ${waiting}`
  await until('somebody who wants to write', async () => (await client.query(end)).rowCount !== 0)
  await until('a write that failed', async () => server.logged().includes('presence waits for the database'))
  await client.query('ROLLBACK')
  await client.end()
}
