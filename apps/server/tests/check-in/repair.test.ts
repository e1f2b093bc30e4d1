import { http } from '@turnstone/protocol'
import { YES } from '@turnstone/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Couple } from '../support/couple.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const DAY_MS = 86_400_000
const OFFER = {
  type: 'choose',
  format: 'repair',
  minutes: 30,
  repair: { kind: 'offer', breatherMs: 3 * DAY_MS },
} as const
const GO_ON = { ...OFFER, repair: { kind: 'goOn' } } as const

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

/** Ben makes something right; both say yes, and the breather has begun. */
async function breathe(): Promise<void> {
  await couple.attend()
  await couple.ben.does(OFFER)
  for (const side of [couple.ana, couple.ben]) await side.does({ ...YES, planEpoch: 1 })
  await couple.bothSee('the breather', ({ phase }) => phase.kind === 'frozen')
}

/** The breather is over for both, and Ben has said what he did. */
async function apologise(): Promise<void> {
  await breathe()
  await couple.comingBack()
  for (const side of [couple.ana, couple.ben]) await side.does({ type: 'reenter', freezeEpoch: 1, another: false })
  await couple.bothSeeFloor('the apology', { kind: 'turn', turn: 1, holder: 'b' })
  await couple.ben.does({ type: 'pass', turn: 1 })
  await couple.bothSeeFloor('the wishes', { kind: 'turn', turn: 2, holder: 'a' })
}

/** What lies in the database of all check-ins that are over. */
async function roomsThatAreOver() {
  const { rows } = await server.db.pool.query('SELECT room FROM check_in WHERE ended_at IS NOT NULL ORDER BY ended_at')
  return rows.map(({ room }) => ({ repair: room.plan.repair, talk: room.talk }))
}

describe('a repair talk', () => {
  it('RT1 RT3: is its author’s offer, begins with a breather for both, and pushes nothing', async () => {
    await breathe()
    const { snapshot } = await couple.ana.person.checkIn()
    expect(snapshot).toMatchObject({
      starter: 'a',
      plan: { format: 'repair', repair: { by: 'b', breatherMs: 3 * DAY_MS, done: 0 } },
      phase: { kind: 'frozen', breatherMs: 3 * DAY_MS, interrupted: { floor: { turn: 1 } } },
    })
    expect((await server.db.pool.query('SELECT 1 FROM push_job')).rowCount).toBe(0)
  })

  it('RT3: the breather outlives days', async () => {
    await breathe()
    server.clock.advance(2 * DAY_MS)
    expect((await couple.ana.person.checkIn()).snapshot.phase).toMatchObject({ kind: 'frozen', rung: 0, look: 'asks' })
    await couple.comingBack()
  })

  it('RT6: what ends in the middle is offered in the next one, and goes on there', async () => {
    await apologise()
    await couple.ana.does({ type: 'end' })
    const next = (await couple.ben.person.checkIn()).checkInId
    expect((await couple.ben.person.checkIn()).snapshot).toMatchObject({
      plan: { format: 'weekly', repair: null },
      talk: { kind: 'left', by: 'b', turns: 1 },
    })
    expect(await roomsThatAreOver()).toEqual([{ repair: null, talk: null }])
    const { phone } = couple.ana
    await phone.attend(next)
    expect(await phone.send(next, GO_ON)).toMatchObject({ ok: true })
    expect((await couple.ben.person.checkIn()).snapshot.plan).toMatchObject({
      repair: { by: 'b', breatherMs: null, done: 1 },
      turns: { length: 5 },
    })
  })

  it('RT5 RT7: nothing more ends it, is told once, and is never offered again', async () => {
    await apologise()
    expect(await couple.ben.refusalOf({ type: 'nothingMore' })).toBe('no_talk')
    await couple.ana.does({ type: 'nothingMore' })
    await couple.bothSee('the end', ({ phase, talk }) => phase.kind === 'ended' && talk?.kind === 'closed')
    const { checkInId, snapshot } = await couple.ben.person.checkIn()
    expect(snapshot.talk).toEqual({ kind: 'closed', by: 'a' })
    expect(await roomsThatAreOver()).toEqual([{ repair: null, talk: null }])
    expect(await couple.ben.phone.send(checkInId, GO_ON)).toMatchObject({ ok: false, error: { code: 'no_talk' } })
    await couple.ana.phone.send(checkInId, { type: 'end' })
    expect((await couple.ben.person.checkIn()).snapshot.talk).toBeNull()
  })

  it('a breather that is none, and a talk that was not left, are refused', async () => {
    const tooShort = { ...OFFER, repair: { kind: 'offer', breatherMs: 1_000 } } as const
    expect(await couple.ana.refusalOf(tooShort)).toBe('invalid_request')
    expect(await couple.ana.refusalOf(GO_ON)).toBe('no_talk')
    expect(await couple.ana.refusalOf({ type: 'choose', format: 'repair', minutes: 30 })).toBe('unknown_format')
  })

  it('with the link ends what was left of it', async () => {
    await apologise()
    const { partnershipId } = await couple.ana.person.checkIn()
    await couple.ana.person.http.call(http.partnership.unlink, { params: { partnershipId } })
    expect(await roomsThatAreOver()).toEqual([{ repair: null, talk: null }])
  })
})
