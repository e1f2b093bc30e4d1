import { randomUUID } from 'node:crypto'
import { DEFAULT_RULES } from '@turnstone/check-in'
import { http, PROTOCOL_VERSION } from '@turnstone/protocol'
import { type LiveDevice, linkedCouple, type ScriptedPartner, YES } from '@turnstone/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

/** A turn of the first ten minutes. */
const TURN_MS = 120_000
const NO_BREATH = { ...DEFAULT_RULES, breathMs: 0 }

let server: TestServer
let ana: ScriptedPartner
let ben: ScriptedPartner
let anaPhone: LiveDevice
let benPhone: LiveDevice
let checkInId: string

beforeEach(async () => {
  server = await startTestServer()
  ;({ ana, ben } = await linkedCouple(server.url, server.issueCookie, NO_BREATH))
  ;({ checkInId } = await ana.checkIn())
  anaPhone = await ana.openDevice()
  benPhone = await ben.openDevice()
})
afterEach(async () => {
  anaPhone.close()
  benPhone.close()
  await server.stop()
})

async function bothAttend(): Promise<void> {
  await Promise.all([anaPhone.attend(checkInId), benPhone.attend(checkInId)])
}

async function openCheckIn(): Promise<void> {
  await bothAttend()
  await anaPhone.send(checkInId, YES)
  await benPhone.send(checkInId, YES)
  await bothSee('running')
}

const bothSee = async (kind: string) => {
  for (const phone of [anaPhone, benPhone])
    await phone.until(`the phase ${kind}`, () => phone.latest()?.phase.kind === kind)
}

const floorOf = (phone: LiveDevice) => {
  const phase = phone.latest()?.phase
  return phase?.kind === 'running' ? phase.floor : null
}

async function utter(partner: ScriptedPartner, phone: LiveDevice, turn: number, text: string) {
  const utteranceId = randomUUID()
  return phone.send(checkInId, {
    type: 'utter',
    turn,
    utteranceId,
    envelope: await partner.sealUtterance(checkInId, utteranceId, text),
  })
}

async function bothReady(freezeEpoch: number) {
  const answers = []
  for (const [partner, phone] of [
    [ana, anaPhone],
    [ben, benPhone],
  ] as const) {
    answers.push(
      await phone.send(checkInId, {
        type: 'ready',
        freezeEpoch,
        rung: 0,
        signature: await partner.readySignature(checkInId, freezeEpoch),
      }),
    )
  }
  return answers
}

describe('a check-in', () => {
  it('I2 I14 I15 I16: two turns, a refused listener, a pause in mid-turn, back to the same second, and an end', async () => {
    await openCheckIn()
    expect(floorOf(anaPhone)).toMatchObject({ kind: 'turn', holder: 'a', turn: 1 })

    expect(await utter(ben, benPhone, 1, 'may I')).toMatchObject({ ok: false, error: { code: 'not_holder' } })
    expect(await utter(ana, anaPhone, 1, 'I missed you this week')).toMatchObject({ ok: true })
    await benPhone.until('the utterance', () => benPhone.all('change').some((change) => change.utterances.length > 0))
    const [said] = benPhone.all('change').flatMap((change) => change.utterances)
    expect(said && (await ben.openUtterance(checkInId, said, ana.userId))).toBe('I missed you this week')

    expect(await anaPhone.send(checkInId, { type: 'pass', turn: 1 })).toMatchObject({ ok: true })
    await anaPhone.until('Ben’s turn', () => floorOf(anaPhone)?.turn === 2)
    await server.letTimePass(50_000, bothAttend)

    expect(await anaPhone.send(checkInId, { type: 'pause' })).toMatchObject({ ok: true })
    await bothSee('frozen')
    expect(await utter(ben, benPhone, 2, 'but')).toMatchObject({ ok: false, error: { code: 'frozen' } })
    expect(await bothReady(1)).toMatchObject([
      { error: { code: 'cooldown_running', retryAfterMs: NO_BREATH.cooldownMs } },
      { ok: false },
    ])

    server.clock.advance(NO_BREATH.cooldownMs)
    const answers = await bothReady(1)
    expect(answers.map((answer) => ({ ...answer, commandId: 'any' }))).toEqual([
      { ok: true, commandId: 'any' },
      { ok: true, commandId: 'any' },
    ])
    await bothSee('returning')
    for (const phone of [anaPhone, benPhone])
      expect(await phone.send(checkInId, { type: 'reenter', freezeEpoch: 1, another: false })).toMatchObject({
        ok: true,
      })
    await bothSee('running')
    expect(floorOf(benPhone)).toMatchObject({ holder: 'b', turn: 2, leftMs: TURN_MS - 50_000 })
    expect(benPhone.latest()?.lastResume?.freezeEpoch).toBe(1)

    expect(await benPhone.send(checkInId, { type: 'end' })).toMatchObject({ ok: true })
    await bothSee('ended')
    expect(await anaPhone.send(checkInId, { type: 'pause' })).toMatchObject({ ok: false, error: { code: 'ended' } })
  })

  it('P3: the other device is told to hold before anything is written', async () => {
    await openCheckIn()
    await anaPhone.send(checkInId, { type: 'pause' })
    await bothSee('frozen')
    const names = benPhone.received.map(({ name }) => name).filter((name) => name !== 'beat' && name !== 'poke')
    expect(names.indexOf('hold')).toBeGreaterThan(-1)
    expect(names.slice(names.indexOf('hold'))).toEqual(['hold', 'change'])
    expect(anaPhone.all('hold')).toEqual([])
  })

  it('I9: the same pause over both ways, from both devices, is one freeze', async () => {
    await openCheckIn()
    const commandId = randomUUID()
    const byHttp = (partner: ScriptedPartner) =>
      partner.http.call(http.checkIn.sendCommand, {
        body: { v: PROTOCOL_VERSION, commandId, checkInId, type: 'pause' },
      })
    const answers = await Promise.all([
      anaPhone.send(checkInId, { type: 'pause' }, commandId),
      byHttp(ana),
      benPhone.send(checkInId, { type: 'pause' }, commandId),
      anaPhone.send(checkInId, { type: 'pause' }, commandId),
    ])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const { snapshot } = await ana.checkIn()
    expect(snapshot).toMatchObject({ freezeEpoch: 1, phase: { kind: 'frozen' } })
  })

  it('I6: a pause while paused voids the first yes', async () => {
    await openCheckIn()
    await anaPhone.send(checkInId, { type: 'pause' })
    server.clock.advance(NO_BREATH.cooldownMs)
    await anaPhone.send(checkInId, {
      type: 'ready',
      freezeEpoch: 1,
      rung: 0,
      signature: await ana.readySignature(checkInId, 1),
    })
    await benPhone.send(checkInId, { type: 'pause' })
    const late = await benPhone.send(checkInId, {
      type: 'ready',
      freezeEpoch: 1,
      rung: 0,
      signature: await ben.readySignature(checkInId, 1),
    })
    expect(late).toMatchObject({ ok: false, error: { code: 'stale_freeze_epoch', freezeEpoch: 2 } })
    await benPhone.send(checkInId, {
      type: 'ready',
      freezeEpoch: 2,
      rung: 0,
      signature: await ben.readySignature(checkInId, 2),
    })
    expect((await ana.checkIn()).snapshot.phase.kind).toBe('frozen')
  })

  it('I4: a yes that is not signed by its giver for this freeze does not count', async () => {
    await openCheckIn()
    await anaPhone.send(checkInId, { type: 'pause' })
    server.clock.advance(NO_BREATH.cooldownMs)
    const forged = await benPhone.send(checkInId, {
      type: 'ready',
      freezeEpoch: 1,
      rung: 0,
      signature: await ana.readySignature(checkInId, 1),
    })
    expect(forged).toMatchObject({ ok: false, error: { code: 'bad_signature' } })
  })

  it('I3: the turn clock stands while a partner has no live device', async () => {
    await openCheckIn()
    await server.letTimePass(10_000, bothAttend)
    benPhone.close()
    await anaPhone.until('a stopped clock', () => {
      const phase = anaPhone.latest()?.phase
      return phase?.kind === 'running' && phase.clock === 'stopped'
    })
    server.clock.advance(100_000)
    const { snapshot } = await ana.checkIn()
    expect(snapshot.phase).toMatchObject({ clock: 'stopped', floor: { turn: 1, leftMs: TURN_MS - 10_000 } })
  })

  it('I3: the turn clock stands where the server last lived, however late somebody looks', async () => {
    await openCheckIn()
    await server.letTimePass(10_000, bothAttend)
    server.clock.advance(600_000) // no beat in ten minutes: the machine slept, or the process was killed
    const { snapshot } = await ana.checkIn()
    expect(snapshot.phase).toMatchObject({ floor: { turn: 1, leftMs: TURN_MS - 10_000 } })
  })

  it('I3: a device that falls silent without hanging up was here until its last beat', async () => {
    await openCheckIn()
    await server.letTimePass(10_000, bothAttend)
    benPhone.fallSilent()
    server.clock.advance(2_800) // Ana beats on, and so does the server
    await anaPhone.until('a stopped clock', () => {
      const phase = anaPhone.latest()?.phase
      return phase?.kind === 'running' && phase.clock === 'stopped'
    })
    expect(floorOf(anaPhone)).toMatchObject({ turn: 1, leftMs: TURN_MS - 10_000 })
  })

  it('I19: two devices of one partner are one partner', async () => {
    await openCheckIn()
    const tablet = await ben.openDevice('polling')
    await tablet.attend(checkInId)
    benPhone.close()
    await utter(ana, anaPhone, 1, 'still here')
    await tablet.until('the utterance', () => tablet.all('change').some((change) => change.utterances.length > 0))
    expect(tablet.latest()?.phase).toMatchObject({ kind: 'running', clock: 'running' })
    tablet.close()
  })

  it('law 5: nothing about one answer reaches the other, and every answer is answered alike', async () => {
    await anaPhone.attend(checkInId)
    await benPhone.attend(checkInId)
    const before = benPhone.received.filter(({ name }) => name !== 'beat').length
    const yes = await anaPhone.send(checkInId, YES)
    const no = await anaPhone.send(checkInId, { type: 'notToday' })
    expect(Object.keys(yes).sort()).toEqual(Object.keys(no).sort())
    expect(benPhone.received.filter(({ name }) => name !== 'beat').length).toBe(before)
    const states = await Promise.all([ana.checkIn(), ben.checkIn()])
    expect(states[0]?.snapshot).toEqual(states[1]?.snapshot)
    expect(states[0]?.snapshot.seq).toBe(0)
  })

  it('law 6: when it has ended, nothing on the server says who paused, spoke or was ready', async () => {
    await openCheckIn()
    await utter(ana, anaPhone, 1, 'words')
    await anaPhone.send(checkInId, { type: 'pause' })
    server.clock.advance(NO_BREATH.cooldownMs)
    await bothReady(1)
    await bothSee('returning')
    const lineId = randomUUID()
    const envelope = await ana.sealUtterance(checkInId, lineId, 'calmer')
    await anaPhone.send(checkInId, { type: 'reenter', freezeEpoch: 1, line: { lineId, envelope }, another: true })
    await anaPhone.send(checkInId, { type: 'end' })
    const { rows } = await server.db.pool.query(
      `SELECT (SELECT count(*) FROM check_in_event) + (SELECT count(*) FROM utterance) + (SELECT count(*) FROM freeze_reason) AS left,
              (SELECT room->'lastResume' FROM check_in WHERE id = $1) AS resume,
              (SELECT quiet FROM check_in_quiet WHERE check_in_id = $1) AS quiet,
              (SELECT lines FROM check_in_quiet WHERE check_in_id = $1) AS lines`,
      [checkInId],
    )
    expect(rows[0].left).toBe('0')
    expect(rows[0].resume).toBe(null)
    expect(rows[0].lines).toEqual({})
    expect(JSON.stringify(rows[0].quiet)).not.toMatch(/signature|lineId/)
  })
})
