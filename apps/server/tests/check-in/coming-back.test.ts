import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Couple } from '../support/couple.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const MINUTE_MS = 60_000

let server: TestServer
let couple: Couple
beforeEach(async () => {
  server = await startTestServer()
  couple = await Couple.meet(server)
  await couple.open()
  await couple.letTimePass(10_000)
  await couple.ben.does({ type: 'pause' })
  await couple.comingBack()
})
afterEach(async () => {
  couple.close()
  await server.stop()
})

async function keptLines(): Promise<unknown> {
  const { rows } = await server.db.pool.query('SELECT lines FROM check_in_quiet WHERE check_in_id = $1', [
    couple.ana.checkInId,
  ])
  return Object.keys(rows[0].lines).length
}

const opened = async (side: Couple['ana'], author: Couple['ana']) => {
  const { utterances } = await side.person.checkIn()
  const theirs = utterances.filter(({ kind, by }) => kind === 'reentry' && by === (author === couple.ana ? 'a' : 'b'))
  return Promise.all(theirs.map((one) => side.person.openUtterance(side.checkInId, one, author.person.userId)))
}

describe('coming back from a pause', () => {
  it('P7 RE2: a line waits sealed and unseen until both are through, then both read both', async () => {
    const { ana, ben } = couple
    const told = ben.phone.received.length
    const before = await ben.person.checkIn()
    expect(await ana.reenter(1, 'calmer')).not.toHaveProperty('seq')
    expect(await ben.person.checkIn()).toEqual(before)
    await ben.phone.attend(ben.checkInId)
    expect(ben.phone.received.slice(told).filter(({ name }) => name !== 'beat')).toEqual([])
    expect(await keptLines()).toBe(1)
    expect((await ana.person.checkIn()).mine.through).toEqual({ freezeEpoch: 1, stage: 'saying' })

    await ben.reenter(1, 'still sad')
    await couple.bothSee('the lines', ({ phase }) => phase.kind === 'returning' && phase.stage === 'reading')
    expect(await opened(ben, ana)).toEqual(['calmer'])
    expect(await opened(ana, ben)).toEqual(['still sad'])
    expect(await ana.heard('reentry')).toMatchObject({ by: 'a' })
    expect(await keptLines()).toBe(0)

    for (const side of [ana, ben]) await side.does({ type: 'goOn', freezeEpoch: 1, stage: 'reading' })
    await couple.bothSeeFloor('the same turn', { turn: 1, holder: 'a', leftMs: 2 * MINUTE_MS - 10_000 })
  })

  it('RE1: no time runs and nobody is heard meanwhile, and after a crash it is still so', async () => {
    const { ana, ben } = couple
    await ana.reenter(1, 'calmer')
    server.clock.advance(3_600_000)
    expect(await ana.refusalOf({ type: 'pass', turn: 1 })).toBe('returning')
    expect(await ben.refusalOf({ type: 'slow' })).toBe('returning')
    const later = await startTestServer({ clock: server.clock, databaseUrl: server.databaseUrl })
    await later.stop()
    expect((await ben.person.checkIn()).snapshot.phase).toMatchObject({
      kind: 'returning',
      floor: { turn: 1, leftMs: 2 * MINUTE_MS - 10_000 },
    })
    expect(await keptLines()).toBe(1)
  })

  it('RE4 I9: after two minutes one goes on; a line that comes later is refused and not kept', async () => {
    const { ana, ben } = couple
    await ana.reenter(1, 'calmer')
    await ana.does({ type: 'goOn', freezeEpoch: 1, stage: 'saying' })
    server.clock.advance(2 * MINUTE_MS)
    await ana.does({ type: 'goOn', freezeEpoch: 1, stage: 'saying' })
    await couple.bothSee('the line', ({ phase }) => phase.kind === 'returning' && phase.stage === 'reading')
    expect(await ben.reenter(1, 'too late')).toMatchObject({ ok: false, error: { code: 'not_returning' } })
    expect(await keptLines()).toBe(0)
    expect(await opened(ana, ben)).toEqual([])
  })

  it('RE6: a pause deletes the lines that nobody was shown, and the end those that were', async () => {
    const { ana, ben } = couple
    await ana.reenter(1, 'calmer')
    await ben.does({ type: 'pause' })
    expect(await keptLines()).toBe(0)
    await couple.comingBack()
    await ana.reenter(2, 'calmer now')
    await ben.does({ type: 'reenter', freezeEpoch: 2, another: false })
    expect(await opened(ben, ana)).toEqual(['calmer now'])
    await ben.does({ type: 'end' })
    const { rows } = await server.db.pool.query('SELECT 1 FROM utterance')
    expect(rows).toEqual([])
  })

  it('RE5 law 5: one yes to another topic is nothing to the partner, two are shown to both', async () => {
    const { ana, ben } = couple
    await ana.does({ type: 'reenter', freezeEpoch: 1, another: true })
    await ben.does({ type: 'reenter', freezeEpoch: 1, another: false })
    await couple.bothSeeFloor('the same turn', { turn: 1 })
    const { rows } = await server.db.pool.query('SELECT event FROM check_in_event ORDER BY seq DESC LIMIT 1')
    expect(rows[0].event).toEqual({ type: 'cameBack', freezeEpoch: 1 })
    await ana.does({ type: 'pause' })
    await couple.comingBack()
    for (const side of [ana, ben]) await side.does({ type: 'reenter', freezeEpoch: 2, another: true })
    await couple.bothSee('another topic', ({ redirectedIn }) => redirectedIn === 1)
  })
})
