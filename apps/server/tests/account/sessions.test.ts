import { randomBytes } from 'node:crypto'
import { http } from '@turnstone/protocol'
import { HttpCaller, ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ana: ScriptedPartner
beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  ana = await ScriptedPartner.signUp(server.url, 'Ana', server.issueCookie)
})
afterAll(() => server.stop())

const list = (of: HttpCaller) => of.call(http.session.listSessions, {})

async function signInElsewhere(): Promise<HttpCaller> {
  server.clock.advance(1_000)
  const caller = new HttpCaller(server.url)
  caller.cookie = await server.issueCookie(ana.email, ana.authKey)
  return caller
}

const idOf = async (of: HttpCaller) => (await list(of)).sessions.find(({ current }) => current)?.sessionId ?? ''
const know = (by: HttpCaller, sessionId: string) => by.call(http.session.knowSession, { params: { sessionId } })

describe('X3: a new device', () => {
  it('is news on those from before, at once, until one of them knows it; not on itself', async () => {
    const phone = await ana.openDevice()
    await phone.connected()
    const other = await signInElsewhere()
    await phone.until('a poke', () => phone.all('poke').some(({ noun }) => noun === 'session'))
    phone.close()
    const label = randomBytes(711).toString('base64url')
    await other.call(http.session.labelSession, { body: { label } })
    const sessionId = await idOf(other)
    expect((await list(ana.http)).news).toMatchObject([{ sessionId, ended: false, label }])
    expect((await list(other)).news).toEqual([])
    await know(ana.http, sessionId)
    expect((await list(ana.http)).news).toEqual([])
  })

  it('stays news when it has signed out again', async () => {
    const other = await signInElsewhere()
    const sessionId = await idOf(other)
    await server.db.pool.query('UPDATE session SET ended_at = now() WHERE id = $1', [sessionId])
    expect((await list(ana.http)).news).toMatchObject([{ sessionId, ended: true, label: null }])
  })

  it('cannot be spoken for by itself, by one that came later, or by anybody else', async () => {
    const thief = await signInElsewhere()
    const again = await signInElsewhere()
    const eve = await ScriptedPartner.signUp(server.url, 'Eve', server.issueCookie)
    const sessionId = await idOf(thief)
    for (const by of [thief, again, eve.http]) {
      await expect(know(by, sessionId)).rejects.toMatchObject({ body: { code: 'not_found' } })
    }
    expect((await list(ana.http)).news).toHaveLength(2)
  })

  it('that was ended from here is answered', async () => {
    const other = await signInElsewhere()
    await ana.http.call(http.session.endSession, { params: { sessionId: await idOf(other) } })
    expect((await list(ana.http)).news).toEqual([])
  })
})

it('X3: all others end at once, with their sockets; this one stays', async () => {
  const others = [await signInElsewhere(), await signInElsewhere()]
  const own = ana.http.cookie
  ana.http.cookie = others[0]?.cookie ?? null
  const device = await ana.openDevice()
  ana.http.cookie = own
  await ana.http.call(http.session.endOtherSessions, {})
  await device.until('a closed socket', () => !device.socket.connected)
  device.close()
  for (const other of others) await expect(list(other)).rejects.toMatchObject({ body: { code: 'signed_out' } })
  expect((await list(ana.http)).sessions).toHaveLength(1)
})
