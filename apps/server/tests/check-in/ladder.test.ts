import { SteeredClock, YES } from '@turnstone/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Couple } from '../support/couple.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Tomorrow or the day after, where they live; there is no summer time in Bogotá. */
const TOMORROW = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 5 * HOUR_MS
const bogota = (day: 0 | 1, hour: number, minute: number) =>
  TOMORROW + day * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS
const PAUSED_AT = bogota(0, 20, 20)

let server: TestServer
let couple: Couple
beforeEach(async () => {
  server = await startTestServer()
  couple = await Couple.meet(server)
})
afterEach(async () => {
  couple.close()
  await server.stop()
})

async function pausedAtTwentyTwenty(): Promise<void> {
  const { ana, ben } = couple
  server.clock.advance(PAUSED_AT - MINUTE_MS - server.clock.now().wallMs)
  for (const side of [ana, ben]) await side.does({ ...YES, zone: 'America/Bogota' })
  await couple.bothSee('the opening', ({ phase }) => phase.kind === 'running')
  server.clock.advance(PAUSED_AT - server.clock.now().wallMs)
  await ben.does({ type: 'pause' })
  await couple.bothSee('the pause', ({ phase }) => phase.kind === 'frozen')
}

async function phaseSeenBy(side: Couple['ana']) {
  return (await side.person.checkIn(side.checkInId)).snapshot.phase
}

const readyAt = async ({ person, checkInId }: Couple['ana'], rung: number) =>
  ({ type: 'ready', freezeEpoch: 1, rung, signature: await person.readySignature(checkInId, 1, rung) }) as const

describe('coming back', () => {
  it('P5: moves on along the looks, and two yeses at the same one go on', async () => {
    await pausedAtTwentyTwenty()
    const { ana, ben } = couple
    expect(await phaseSeenBy(ana)).toMatchObject({ rung: 0, returnAtMs: bogota(0, 20, 40) })
    server.clock.advance(25 * MINUTE_MS)
    expect(await ana.does(await readyAt(ana, 0))).toMatchObject({ ok: true })
    server.clock.advance(5 * MINUTE_MS)
    expect(await phaseSeenBy(ben)).toMatchObject({ kind: 'frozen', rung: 1, returnAtMs: bogota(0, 21, 40) })
    expect(await ben.refusalOf(await readyAt(ben, 0))).toBe('stale_freeze_epoch')
    expect(await ben.does(await readyAt(ben, 1))).toMatchObject({ ok: true })
    expect(await phaseSeenBy(ana)).toMatchObject({ kind: 'frozen', rung: 1 })
    expect(await ana.does(await readyAt(ana, 1))).toMatchObject({ ok: true })
    expect(await phaseSeenBy(ben)).toMatchObject({ kind: 'returning', floor: { turn: 1 } })
  })

  it('I4: a signature for another look is refused, whatever it says it is for', async () => {
    await pausedAtTwentyTwenty()
    const { ana } = couple
    server.clock.advance(30 * MINUTE_MS)
    const old = await readyAt(ana, 0)
    expect(await ana.refusalOf({ ...old, rung: 1 })).toBe('bad_signature')
  })

  it('P5: a server that was away for days has set it down when it is back, before anybody looks', async () => {
    await pausedAtTwentyTwenty()
    const { ana } = couple
    server.clock.advance(25 * MINUTE_MS)
    await ana.does(await readyAt(ana, 0))
    const clock = new SteeredClock()
    clock.advance(server.clock.now().wallMs - clock.now().wallMs + 72 * HOUR_MS)
    clock.reboot()
    const later = await startTestServer({ clock, databaseUrl: server.databaseUrl })
    try {
      await expect.poll(async () => (await phases()).toSorted(), { timeout: 30_000 }).toEqual(['ended', 'waiting'])
      const { rows } = await server.db.pool.query(
        `SELECT room->'phase' AS phase, quiet FROM check_in JOIN check_in_quiet ON check_in_id = id WHERE ended_at IS NOT NULL`,
      )
      expect(rows[0].phase).toEqual({ kind: 'ended', endedAtMs: bogota(1, 20, 30), setDown: true })
      expect(rows[0].quiet).toMatchObject({ ready: { a: null, b: null }, zones: { a: null, b: null } })
      for (const table of ['check_in_event', 'command_receipt', 'freeze_reason']) {
        expect((await server.db.pool.query(`SELECT * FROM ${table}`)).rows).toEqual([])
      }
    } finally {
      await later.stop()
    }
  })

  it('P5: an idle server that starts again takes the looks it missed, and goes on from there', async () => {
    await pausedAtTwentyTwenty()
    const clock = new SteeredClock()
    clock.advance(server.clock.now().wallMs - clock.now().wallMs + 3 * HOUR_MS)
    clock.reboot()
    const later = await startTestServer({ clock, databaseUrl: server.databaseUrl })
    try {
      await expect
        .poll(async () => {
          const { rows } = await server.db.pool.query(`SELECT room->'phase'->'rung' AS rung FROM check_in`)
          return rows[0].rung
        })
        .toBe(2)
    } finally {
      await later.stop()
    }
  })
})

async function phases(): Promise<string[]> {
  const { rows } = await server.db.pool.query(`SELECT room->'phase'->>'kind' AS kind FROM check_in`)
  return rows.map(({ kind }) => kind)
}
