import { http } from '@turnstone/protocol'
import { linkedCouple, YES } from '@turnstone/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Couple } from '../support/couple.ts'
import { PushBrowser, PushService, signedBy } from '../support/push-service.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { until } from '../support/until.ts'

let service: PushService
let server: TestServer
let couple: Couple
const closing: (() => void | Promise<void>)[] = []
beforeEach(async () => {
  service = await PushService.open()
  server = await startTestServer({ push: service.sender() })
  couple = await Couple.meet(server)
})
afterEach(async () => {
  couple.close()
  for (const close of closing.splice(0)) await close()
  await server.stop()
  service.close()
})

/** Another device of Ben's, signed in and in nobody's hand. */
async function inPocket(): Promise<PushBrowser> {
  const { person } = couple.ben
  const handy = person.http.cookie
  await person.signIn(server.issueCookie)
  const browser = new PushBrowser()
  await browser.subscribe(person)
  person.http.cookie = handy
  return browser
}

const jobs = async () => (await server.db.pool.query('SELECT * FROM push_job')).rows
const subscriptions = async () => (await server.db.pool.query('SELECT session_id FROM push_subscription')).rows
const untilSent = () => until('nothing is left to be pushed', async () => (await jobs()).length === 0)
const untilPutOff = (ms: number) =>
  until('it is put off', async () => (await jobs())[0]?.due_at.getTime() === server.clock.now().wallMs + ms)
const pause = () => couple.ana.does({ type: 'pause' })

/** Everything that was started by now has gone out: a round trip behind it. */
async function nothingIsPushed(): Promise<void> {
  await untilSent()
  expect(service.posted).toEqual([])
}

describe('P3: a pause is pushed', () => {
  it('to the other one’s device, sealed for it, signed by this server, until the return time', async () => {
    const pocket = await inPocket()
    await couple.open()
    await pause()
    await service.untilPosted(1)
    const [posted] = service.posted
    if (!posted) throw new Error('unreachable')
    const { phase } = (await couple.ana.person.checkIn(couple.ana.checkInId)).snapshot
    const until = phase.kind === 'frozen' ? phase.returnAtMs : 0
    expect(pocket.open(posted)).toEqual({ v: 1, kind: 'pause', until })
    expect(posted).toMatchObject({
      path: pocket.path,
      headers: { topic: 'pause', urgency: 'high', 'content-encoding': 'aes128gcm' },
    })
    const waits = until - server.clock.now().wallMs
    expect(Number(posted.headers.ttl)).toBe(Math.ceil(waits / 1000))
    const { serverKey } = await couple.ben.person.http.call(http.push.getPush, {})
    expect(await signedBy(posted)).toEqual({
      serverKey,
      audience: 'https://push.example.org',
      contact: 'mailto:host@example.org',
    })
    await untilSent()
    expect(service.posted).toHaveLength(1)
  })

  it('P4: also outside any check-in, to whoever has the app closed', async () => {
    const pocket = await inPocket()
    await pause()
    await service.untilPosted(1)
    expect(service.posted.map(({ path }) => path)).toEqual([pocket.path])
    await untilSent()
  })

  it('once, also where two servers share the database', async () => {
    const pocket = await inPocket()
    const other = await startTestServer({
      databaseUrl: server.databaseUrl,
      clock: server.clock,
      push: service.sender(),
    })
    closing.push(() => other.stop())
    await couple.open()
    for (let turn = 1; turn <= 5; turn += 1) {
      await pause()
      await service.untilPosted(turn)
      await untilSent()
    }
    expect(service.posted.map(({ path }) => path)).toEqual(Array.from({ length: 5 }, () => pocket.path))
  })

  it('to nobody who is looking at the check-in, and to no device of whoever paused', async () => {
    for (const { person } of [couple.ana, couple.ben]) await new PushBrowser().subscribe(person)
    await couple.open()
    await pause()
    await couple.bothSee('the pause', ({ phase }) => phase.kind === 'frozen')
    await nothingIsPushed()
  })

  it('to a device whose page has gone silent', async () => {
    const phone = new PushBrowser()
    await phone.subscribe(couple.ben.person)
    await couple.open()
    couple.ben.phone.close()
    await couple.ana.phone.until('the clock to wait', () => {
      const phase = couple.ana.phone.latest()?.phase
      return phase?.kind === 'running' && phase.clock === 'stopped'
    })
    await pause()
    await service.untilPosted(1)
    expect(service.posted[0]?.path).toBe(phone.path)
  })

  it('not in a rehearsal', async () => {
    await inPocket()
    await couple.open({ format: 'practice', minutes: 5 })
    await pause()
    await nothingIsPushed()
  })

  it('in the place of the one before, where that could not be sent yet', async () => {
    const pocket = await inPocket()
    await couple.open()
    service.answers.push({ status: 503 })
    await pause()
    await service.untilPosted(1)
    await untilPutOff(5_000)
    await pause()
    await service.untilPosted(2)
    await untilSent()
    expect(service.posted).toHaveLength(2)
    expect(service.posted.map(({ path }) => path)).toEqual([pocket.path, pocket.path])
  })

  it('again where the push service was busy, no earlier than that asks for', async () => {
    await inPocket()
    await couple.open()
    service.answers.push({ status: 429, headers: { 'retry-after': '90' } })
    await pause()
    await service.untilPosted(1)
    await untilPutOff(90_000)
    server.clock.advance(90_000)
    await service.untilPosted(2)
    await untilSent()
  })

  it('and forgotten at the return time, however long the push service wants to be left alone', async () => {
    await inPocket()
    await couple.open()
    service.answers.push({ status: 503, headers: { 'retry-after': '86400' } })
    await pause()
    await service.untilPosted(1)
    await untilPutOff(20 * 60_000)
    server.clock.advance(20 * 60_000)
    await untilSent()
    expect(service.posted).toHaveLength(1)
  })

  it('not any more once the check-in has ended, nor after the return time', async () => {
    await inPocket()
    await couple.open()
    service.answers.push({ status: 503 }, { status: 503 })
    await pause()
    await service.untilPosted(1)
    await couple.ben.does({ type: 'end' })
    expect(await jobs()).toEqual([])

    couple.close()
    couple = await Couple.meet(server)
    await inPocket()
    await couple.open()
    await pause()
    await service.untilPosted(2)
    await untilPutOff(5_000)
    server.clock.advance(60 * 60_000)
    await untilSent()
    expect(service.posted).toHaveLength(2)
  })

  it('after a restart, by whoever comes first', async () => {
    await inPocket()
    await couple.open()
    service.answers.push({ status: 503 })
    await pause()
    await service.untilPosted(1)
    await untilPutOff(5_000)
    await server.app.close()
    server.clock.advance(6_000)
    const other = await startTestServer({
      databaseUrl: server.databaseUrl,
      clock: server.clock,
      push: service.sender(),
    })
    closing.push(() => other.stop())
    await service.untilPosted(2)
    await untilSent()
  })

  it('and one that is gone is forgotten', async () => {
    await inPocket()
    await couple.open()
    service.answers.push({ status: 410 })
    await pause()
    await until('it is forgotten', async () => (await subscriptions()).length === 0)
    expect(await jobs()).toEqual([])
  })

  it('and whoever pressed gets the same answer whether or not the other one takes pushes', async () => {
    const answers: unknown[] = []
    for (const takesPushes of [false, true]) {
      const { ana, ben } = await linkedCouple(server.url, server.issueCookie)
      if (takesPushes) await new PushBrowser().subscribe(ben)
      const { checkInId } = await ana.checkIn()
      const phone = await ana.openDevice()
      await phone.attend(checkInId)
      await phone.send(checkInId, YES)
      const { commandId: _id, ...ack } = await phone.send(checkInId, { type: 'pause' })
      // Beats come when they come.
      const heard = phone.received.flatMap(({ name }) => (name === 'beat' ? [] : [name]))
      answers.push({ ack, seen: phone.latest()?.phase.kind, heard })
      phone.close()
    }
    expect(answers[1]).toEqual(answers[0])
  })
})
