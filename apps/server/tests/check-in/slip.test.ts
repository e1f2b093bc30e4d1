import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Couple } from '../support/couple.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { rowsOf, toldSince, withoutIdsAndTimes } from '../support/views.ts'

const MINUTE_MS = 60_000
const GESTURE = { type: 'pause', slippable: true } as const

let server: TestServer
let couple: Couple
beforeEach(async () => {
  server = await startTestServer()
  couple = await Couple.meet(server)
  await couple.open()
  await couple.letTimePass(10_000)
})
afterEach(async () => {
  couple.close()
  await server.stop()
})

const slip = async ({ person, checkInId }: Couple['ana'], freezeEpoch = 1) =>
  ({ type: 'slip', freezeEpoch, signature: await person.slipSignature(checkInId, freezeEpoch) }) as const

const isFrozen = () => couple.bothSee('the pause', ({ phase }) => phase.kind === 'frozen')
const isCalled = () => couple.bothSee('the call', ({ phase }) => phase.kind === 'frozen' && phase.slip?.by === 'a')

async function quiet(): Promise<{ slip: unknown }> {
  const { rows } = await server.db.pool.query('SELECT quiet FROM check_in_quiet WHERE check_in_id = $1', [
    couple.ana.checkInId,
  ])
  return rows[0].quiet
}

describe('a slip', () => {
  it('P2 SP3: both have signed that the gesture was one, and the floor is there with its exact time', async () => {
    const { ana, ben } = couple
    await ana.does(GESTURE)
    await isFrozen()
    await ana.does(await slip(ana))
    await isCalled()
    server.clock.advance(20_000)
    await ben.does(await slip(ben))
    await couple.bothSeeFloor('the same turn', { turn: 1, holder: 'a', leftMs: 2 * MINUTE_MS - 10_000 })
    const { lastResume } = (await ben.person.checkIn()).snapshot
    expect(lastResume).toMatchObject({ of: 'slip', freezeEpoch: 1 })
    expect((await quiet()).slip).toBeNull()
    expect(await ana.utter(1, 'as if nothing had been')).toMatchObject({ ok: true })
  })

  it('P2 SP2: a button, the other one, and whoever is too late are told the same', async () => {
    const { ana, ben } = couple
    await ana.does(GESTURE)
    expect(await ben.refusalOf(await slip(ben))).toBe('no_slip')
    server.clock.advance(30_000)
    expect(await ana.refusalOf(await slip(ana))).toBe('no_slip')
    await ben.does({ type: 'pause' })
    expect(await ben.refusalOf(await slip(ben, 2))).toBe('no_slip')
    expect(await ana.refusalOf(await slip(ana, 2))).toBe('no_slip')
    await isFrozen()
  })

  it('I4: a signature under anything else is refused at once', async () => {
    const { ana, ben } = couple
    await ana.does(GESTURE)
    const ready = await ana.person.readySignature(ana.checkInId, 1)
    expect(await ana.refusalOf({ type: 'slip', freezeEpoch: 1, signature: ready })).toBe('bad_signature')
    await ana.does(await slip(ana))
    const hers = (await slip(ana)).signature
    expect(await ben.refusalOf({ type: 'slip', freezeEpoch: 1, signature: hers })).toBe('bad_signature')
    const another = await ben.person.slipSignature(ben.checkInId, 2)
    expect(await ben.refusalOf({ type: 'slip', freezeEpoch: 1, signature: another })).toBe('bad_signature')
    expect((await ben.person.checkIn()).snapshot.phase.kind).toBe('frozen')
  })

  it('law 6 SP4: who made it lies in the rows for half a minute, and nobody has to look for it to be gone', async () => {
    const { ana } = couple
    await ana.does(GESTURE)
    expect((await quiet()).slip).toMatchObject({ by: 'a', signature: null })
    const seq = (await ana.person.checkIn()).snapshot.seq
    server.clock.advance(30_000)
    const later = await startTestServer({ clock: server.clock, databaseUrl: server.databaseUrl })
    await expect.poll(async () => (await quiet()).slip).toBeNull()
    await later.stop()
    expect((await ana.person.checkIn()).snapshot.seq).toBe(seq)
  })

  it('law 5 SP1: to the partner and in the log a gesture is a pause like any other', async () => {
    const views: unknown[] = []
    for (const pause of [GESTURE, { type: 'pause' } as const]) {
      const pair = await Couple.meet(server)
      await pair.open()
      const told = pair.ben.phone.received.length
      const logged = server.logged().length
      await pair.ana.does(pause)
      await pair.bothSee('the pause', ({ phase }) => phase.kind === 'frozen')
      await pair.ben.phone.attend(pair.ben.checkInId)
      views.push({
        told: toldSince(pair.ben.phone, told).filter((one) => !one.startsWith('beat')),
        state: withoutIdsAndTimes(JSON.stringify((await pair.ben.person.checkIn()).snapshot)),
        log: withoutIdsAndTimes(server.logged().slice(logged)),
      })
      pair.close()
    }
    expect(views[0]).toEqual(views[1])
  })

  it('law 5 SP4: without an answer it lapses by itself, and the pause is as it was; the end leaves nothing', async () => {
    const { ana, ben } = couple
    await ana.does(GESTURE)
    await isFrozen()
    const before = (await ben.person.checkIn()).snapshot.phase
    await ana.does(await slip(ana))
    await isCalled()
    server.clock.advance(MINUTE_MS)
    await ben.phone.attend(ben.checkInId)
    const after = (await ben.person.checkIn()).snapshot.phase
    if (before.kind !== 'frozen' || after.kind !== 'frozen') throw new Error('not frozen')
    expect({ ...after, cooldownLeftMs: 0 }).toEqual({ ...before, cooldownLeftMs: 0 })
    expect(before.cooldownLeftMs - after.cooldownLeftMs).toBe(MINUTE_MS)
    expect((await quiet()).slip).toBeNull()
    expect(await ben.refusalOf(await slip(ben))).toBe('no_slip')

    await ben.does({ type: 'end' })
    const rows = JSON.stringify(await rowsOf(server.db))
    expect(rows).not.toMatch(/slipCalled|slipLapsed|slippable/)
    expect(rows).not.toContain('"slip": {')
    expect(rows).not.toContain('"slip":{')
  })

  it('why a pause was made is forgotten with the slip that it was', async () => {
    const { ana, ben } = couple
    const reason = 'A'.repeat(400)
    await ana.does({ ...GESTURE, reason })
    expect((await ben.person.checkIn()).reasons).toHaveLength(1)
    await ana.does(await slip(ana))
    await ben.does(await slip(ben))
    expect((await ben.person.checkIn()).reasons).toEqual([])
  })

  it('P8: in a practice too', async () => {
    const { ana, ben } = couple
    await ana.does({ type: 'end' })
    const next = await ana.person.checkIn()
    const pair = [ana, ben].map(({ phone }) => phone)
    for (const phone of pair) await phone.attend(next.checkInId)
    await pair[0]?.send(next.checkInId, { type: 'choose', format: 'practice', minutes: 5 })
    for (const phone of pair) {
      await phone.send(next.checkInId, { type: 'willing', planEpoch: 1, way: 'aloud', pace: 'timed' })
    }
    await pair[0]?.send(next.checkInId, GESTURE)
    for (const [index, { person, phone }] of [ana, ben].entries()) {
      const signature = await person.slipSignature(next.checkInId, 1)
      expect(await phone.send(next.checkInId, { type: 'slip', freezeEpoch: 1, signature })).toMatchObject({ ok: true })
      expect((await person.checkIn()).snapshot.phase.kind).toBe(index === 0 ? 'frozen' : 'running')
    }
  })
})
