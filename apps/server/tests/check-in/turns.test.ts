import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Couple } from '../support/couple.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

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

const MINUTE_MS = 60_000

describe('a turn', () => {
  it('HD1: a hand goes up without disturbing, and goes with the turn', async () => {
    const { ana, ben } = couple
    await couple.open()
    await ben.does({ type: 'handUp', turn: 1 })
    await couple.bothSeeFloor('the hand', { hand: true, holder: 'a' })
    expect(await ana.refusalOf({ type: 'handUp', turn: 1 })).toBe('not_listener')
    await ben.does({ type: 'handDown', turn: 1 })
    await couple.bothSeeFloor('no hand', { hand: false })
    await ben.does({ type: 'handUp', turn: 1 })
    await ana.does({ type: 'pass', turn: 1 })
    await couple.bothSeeFloor('Ben’s turn', { turn: 2, hand: false })
  })

  it('MT1 MT2 MT3: more time takes two, and comes back to the other', async () => {
    const { ana, ben } = couple
    await couple.open()
    expect(await ben.refusalOf({ type: 'grantMore', turn: 1 })).toBe('nothing_asked')
    await couple.letTimePass(2 * MINUTE_MS + 2_000) // into the grace of a turn of two minutes
    await couple.bothSeeFloor('the grace', { kind: 'grace' })
    await ana.does({ type: 'askMore', turn: 1 })
    await couple.bothSeeFloor('the question', { more: 'asked' })
    expect(await ana.refusalOf({ type: 'grantMore', turn: 1 })).toBe('not_listener')
    await ben.does({ type: 'grantMore', turn: 1 })
    await couple.bothSeeFloor('a turn again', { kind: 'turn', turn: 1, wholeMs: 4 * MINUTE_MS, more: 'none' })
    await ana.does({ type: 'pass', turn: 1 })
    await couple.bothSeeFloor('as much for Ben', { holder: 'b', wholeMs: 4 * MINUTE_MS })
  })
})

describe('saying it back', () => {
  beforeEach(() => couple.open({ format: 'speak-and-listen', minutes: 15 }))

  it('SB1 to SB6: two rounds, in words that only the two can read, then more, then on', async () => {
    const { ana, ben } = couple
    await ana.utter(1, 'You were late again')
    expect(await ben.utter(1, 'but')).toMatchObject({ error: { code: 'not_holder' } })
    await ana.does({ type: 'pass', turn: 1 })
    await couple.bothSeeFloor('saying', { kind: 'reflection', stage: 'saying', round: 1 })

    expect(await ana.utter(1, 'and')).toMatchObject({ error: { code: 'not_listener' } })
    expect(await ben.utter(1, 'I was late')).toMatchObject({ ok: true })
    const said = await ana.heard('reflection')
    expect(said).toMatchObject({ by: 'b', turn: 1 })
    expect(await ana.person.openUtterance(ana.checkInId, said, ben.person.userId)).toBe('I was late')

    await ben.does({ type: 'sayBack', turn: 1, round: 1 })
    expect(await ben.utter(1, 'and')).toMatchObject({ error: { code: 'not_holder' } })
    await ana.does({ type: 'answer', turn: 1, round: 1, answer: 'almost' })
    await couple.bothSeeFloor('the second round', { stage: 'saying', round: 2 })
    expect(await ben.refusalOf({ type: 'sayBack', turn: 1, round: 1 })).toBe('stale_turn')
    await ben.does({ type: 'sayBack', turn: 1, round: 2 })
    await ana.does({ type: 'answer', turn: 1, round: 2, answer: 'notYet' })
    await couple.bothSeeFloor('is there more', { stage: 'more' })
    await ana.does({ type: 'more', turn: 1, more: true })
    await couple.bothSeeFloor('the turn again', { kind: 'turn', holder: 'a', reflected: true })
    await ana.does({ type: 'pass', turn: 1 })
    await couple.bothSeeFloor('Ben’s turn', { kind: 'turn', holder: 'b', turn: 2 })

    const { utterances } = await ben.person.checkIn(ben.checkInId)
    expect(utterances.map(({ kind, by }) => `${kind} ${by}`)).toEqual(['speech a', 'reflection b'])
  })

  it('SB4: rather not is always there, and looks like any other passing on', async () => {
    const { ana, ben } = couple
    await ana.does({ type: 'pass', turn: 1 })
    await ben.does({ type: 'ratherNot', turn: 1 })
    await couple.bothSeeFloor('Ben’s turn', { kind: 'turn', holder: 'b', turn: 2 })
    const { rows } = await server.db.pool.query('SELECT event FROM check_in_event ORDER BY seq')
    expect(JSON.stringify(rows)).not.toMatch(/rather|declin/i)
  })

  it('SB1: time does not run in it, and a pause gives it back', async () => {
    const { ana, ben } = couple
    await ana.does({ type: 'pass', turn: 1 })
    await ben.does({ type: 'sayBack', turn: 1, round: 1 })
    await couple.letTimePass(20_000)
    await ben.does({ type: 'pause' })
    server.clock.advance(20 * MINUTE_MS)
    for (const side of [ana, ben]) {
      const signature = await side.person.readySignature(side.checkInId, 1)
      await side.does({ type: 'ready', freezeEpoch: 1, rung: 0, signature })
    }
    for (const side of [ana, ben]) await side.does({ type: 'reenter', freezeEpoch: 1, another: false })
    await couple.bothSeeFloor('the answer', { kind: 'reflection', stage: 'answering', leftMs: 5 * MINUTE_MS })
  })
})

describe('one minute', () => {
  it('OM1 to OM4: stops for both without a break to wait for, and goes on when both are back', async () => {
    const { ana, ben } = couple
    await couple.open()
    await couple.letTimePass(10_000)
    await ben.does({ type: 'oneMinute' })
    await couple.bothSee('the minute', ({ phase }) => phase.kind === 'running' && phase.clock === 'aside')
    expect(await ana.refusalOf({ type: 'pass', turn: 1 })).toBe('aside')
    await couple.letTimePass(30_000)

    const before = ben.phone.all('change').length
    expect(await ana.does({ type: 'back', aside: 1 })).not.toHaveProperty('seq')
    expect(ben.phone.all('change')).toHaveLength(before)
    await ben.does({ type: 'back', aside: 1 })
    await couple.bothSee('going on', ({ phase }) => phase.kind === 'running' && phase.clock === 'running')
    expect((await ana.person.checkIn()).snapshot.phase).toMatchObject({ floor: { leftMs: 2 * MINUTE_MS - 10_000 } })
    expect(await ana.refusalOf({ type: 'back', aside: 1 })).toBe('not_aside')
  })

  it('OM2: a pause is never refused', async () => {
    await couple.open()
    await couple.ben.does({ type: 'oneMinute' })
    await couple.ana.does({ type: 'pause' })
    await couple.bothSee('the pause', ({ phase }) => phase.kind === 'frozen')
  })
})

describe('the comfort check', () => {
  it('CO1 CO2: shows nothing when it is answered, and both the same line with the next turn', async () => {
    const { ana, ben } = couple
    await couple.open()
    await ben.does({ type: 'comfort', answer: 'slower' })
    await ana.does({ type: 'comfort', answer: 'fine' })
    expect((await ana.person.checkIn()).snapshot.slower).toBe(false)
    await ana.does({ type: 'pass', turn: 1 })
    await couple.bothSee('slower', ({ slower }) => slower)
    const { rows } = await server.db.pool.query(
      `SELECT (SELECT quiet->'comfort' FROM check_in_quiet WHERE check_in_id = $1) AS comfort,
              (SELECT event FROM check_in_event WHERE check_in_id = $1 AND event->>'type' = 'slowed') AS slowed`,
      [ana.checkInId],
    )
    expect(rows).toEqual([{ comfort: { a: null, b: null }, slowed: { type: 'slowed' } }])
  })

  it('CO3: my other devices learn that I have answered, and nobody else anything', async () => {
    const { ana, ben } = couple
    await couple.open()
    const tablet = await ben.person.openDevice()
    await tablet.connected()
    const told = ana.phone.all('poke').length
    expect((await ben.person.checkIn()).mine).toEqual({ comfortAnswered: false, through: null, backFrom: null })
    await ben.does({ type: 'comfort', answer: 'slower' })
    await tablet.until('the poke', () => tablet.all('poke').some(({ noun }) => noun === 'check-in'))
    expect((await ben.person.checkIn()).mine).toEqual({ comfortAnswered: true, through: null, backFrom: null })
    expect((await ana.person.checkIn()).mine).toEqual({ comfortAnswered: false, through: null, backFrom: null })
    await ana.phone.attend(ana.checkInId) // answered over the same socket: whatever was sent before has come
    expect(ana.phone.all('poke')).toHaveLength(told)
    await ana.does({ type: 'pass', turn: 1 })
    await couple.bothSee('slower', ({ slower }) => slower)
    expect((await ben.person.checkIn()).mine.comfortAnswered).toBe(true)
    tablet.close()
  })
})

describe('slow', () => {
  it('SL1 SL2: shows both the same line at once, and nothing that is kept says who said it', async () => {
    const { ana, ben } = couple
    await couple.open()
    await ben.does({ type: 'slow' })
    await couple.bothSee('slow', ({ slower, slowedIn }) => slower && slowedIn === 1)
    await ana.does({ type: 'slow' })
    await ana.does({ type: 'pass', turn: 1 })
    const rows = (
      await server.db.pool.query(
        "SELECT event FROM check_in_event WHERE check_in_id = $1 AND event->>'type' = 'slowed'",
        [ana.checkInId],
      )
    ).rows
    expect(rows).toEqual([{ event: { type: 'slowed' } }])
    await ben.does({ type: 'end' })
    await couple.bothSee('the end', ({ phase, slowedIn }) => phase.kind === 'ended' && slowedIn === null)
  })
})

describe('the closing', () => {
  it('CL1 CL2: lines from both, kept for both, and gone with the end', async () => {
    const { ana, ben } = couple
    await couple.open()
    expect(await ana.offerLine('too early')).toMatchObject({ error: { code: 'not_closing' } })
    for (let turn = 1; turn <= 4; turn += 1) await (turn % 2 === 1 ? ana : ben).does({ type: 'pass', turn })
    await couple.bothSeeFloor('the closing', { kind: 'closing' })
    expect(await ana.offerLine('Sundays are ours')).toMatchObject({ ok: true })
    expect(await ben.offerLine('I make the coffee')).toMatchObject({ ok: true })

    const line = await ben.heard('line')
    expect(line).toMatchObject({ by: 'a', turn: 5 })
    expect(await ben.person.openUtterance(ben.checkInId, line, ana.person.userId)).toBe('Sundays are ours')
    const { utterances } = await ana.person.checkIn(ana.checkInId)
    expect(utterances.map(({ kind, by }) => `${kind} ${by}`)).toEqual(['line a', 'line b'])

    await ben.does({ type: 'end' })
    expect((await ana.person.checkIn(ana.checkInId)).utterances).toEqual([])
  })
})
