import { randomBytes } from 'node:crypto'
import { http } from '@turnstone/protocol'
import { HttpCaller, Refused, ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ana: ScriptedPartner
let nobody: HttpCaller
beforeAll(async () => {
  server = await startTestServer()
  ana = await ScriptedPartner.signUp(server.url, 'Ana', server.issueCookie)
  nobody = new HttpCaller(server.url)
})
afterAll(() => server.stop())

const anyKey = () => randomBytes(32).toString('base64url')
const lookUp = (email: string) => nobody.call(http.account.lookUpAccount, { body: { email } })

describe('L1: an unknown e-mail and a wrong key', () => {
  it('get the same answer, letter for letter', async () => {
    const answers = await Promise.all(
      [ana.email, 'nobody@example.org'].map((email) =>
        server.issueCookie(email, anyKey()).catch((error: Error) => error.message),
      ),
    )
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).toContain('wrong_credentials')
  })

  it('look alike before that: same shape, steady for the same address, different between addresses', async () => {
    const [known, unknown, again, other] = await Promise.all(
      [ana.email, 'nobody@example.org', ' Nobody@Example.org ', 'else@example.org'].map(lookUp),
    )
    expect(Object.keys(unknown ?? {})).toEqual(Object.keys(known ?? {}))
    expect(unknown?.kdf).toEqual(known?.kdf)
    expect(unknown?.userId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
    expect(again).toEqual(unknown)
    expect(other?.userId).not.toBe(unknown?.userId)
    expect(other?.seed).not.toBe(unknown?.seed)
  })

  it('are both stopped after ten tries, and the right key is let in again later', async () => {
    for (const email of ['guess@example.org', ana.email]) {
      let answer = ''
      for (let i = 0; i < 12; i++)
        answer = await server.issueCookie(email, anyKey()).catch((error: Error) => error.message)
      expect(answer).toContain('too_many_requests')
    }
    server.clock.advance(15 * 60_000)
    expect(await server.issueCookie(ana.email, ana.authKey)).toContain('turnstone.session=')
  })
})

describe('L1: sessions', () => {
  it('I18: an ended session is refused at once and its sockets are closed, the others stay', async () => {
    const ben = await ScriptedPartner.signUp(server.url, 'Ben', server.issueCookie)
    const lost = new HttpCaller(server.url)
    lost.cookie = await server.issueCookie(ben.email, ben.authKey)
    const keptDevice = await ben.openDevice()
    const kept = ben.http.cookie
    ben.http.cookie = lost.cookie
    const lostDevice = await ben.openDevice()
    ben.http.cookie = kept

    const { sessions } = await ben.http.call(http.session.listSessions, {})
    const other = sessions.find(({ current }) => !current)
    await ben.http.call(http.session.endSession, { params: { sessionId: other?.sessionId ?? '' } })

    await lostDevice.until('being told', () => lostDevice.all('closed').length > 0)
    await lostDevice.until('a closed socket', () => !lostDevice.socket.connected)
    await expect(lost.call(http.account.getAccount, {})).rejects.toMatchObject({ body: { code: 'signed_out' } })
    await expect(ben.http.call(http.account.getAccount, {})).resolves.toMatchObject({ email: ben.email })
    expect(keptDevice.socket.connected).toBe(true)
    keptDevice.close()
    lostDevice.close()
  })

  it('are nobody else’s to end', async () => {
    const eve = await ScriptedPartner.signUp(server.url, 'Eve', server.issueCookie)
    const { sessions } = await ana.http.call(http.session.listSessions, {})
    const attempt = eve.http.call(http.session.endSession, { params: { sessionId: sessions[0]?.sessionId ?? '' } })
    await expect(attempt).rejects.toMatchObject({ body: { code: 'not_found' } })
  })

  it('do not open with a cookie that was changed, cut or made elsewhere', async () => {
    const cookie = ana.http.cookie ?? ''
    const changed = `${cookie.slice(0, 60)}${cookie[60] === 'A' ? 'B' : 'A'}${cookie.slice(61)}`
    for (const wrong of [cookie.slice(0, -4), changed, 'turnstone.session=x', `__Host-${cookie}`]) {
      const caller = new HttpCaller(server.url)
      caller.cookie = wrong
      await expect(caller.call(http.account.getAccount, {})).rejects.toMatchObject({
        status: 401,
        body: { code: 'signed_out' },
      })
    }
  })
})

describe('strict messages', () => {
  const raw = (path: string, body: string) =>
    fetch(new URL(path, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body,
    })

  it('refuse unknown and wrong fields and name the field, never the value', async () => {
    const reply = await raw(
      http.account.lookUpAccount.path,
      JSON.stringify({ email: 'not-an-address-secret', extra: 1 }),
    )
    const text = await reply.text()
    expect(reply.status).toBe(400)
    expect(JSON.parse(text).error).toMatchObject({ code: 'invalid_request' })
    expect(text).not.toContain('not-an-address-secret')
  })

  it('refuse what is not JSON, and what is too large', async () => {
    expect(await (await raw(http.account.lookUpAccount.path, '{')).json()).toEqual({
      error: { code: 'invalid_request' },
    })
    const large = await raw(http.account.lookUpAccount.path, JSON.stringify({ email: 'x'.repeat(600_000) }))
    expect(large.status).toBe(413)
    expect(await large.json()).toEqual({ error: { code: 'too_large' } })
  })

  it('refuse an e-mail that is taken, and keep the first account', async () => {
    const attempt = ScriptedPartner.signUp(server.url, 'Ana', server.issueCookie)
    await expect(attempt).resolves.toBeDefined()
    const [first, second] = [ana, await attempt]
    expect(first.userId).not.toBe(second.userId)
    const account = await first.http.call(http.account.getAccount, {})
    const again = nobody.call(http.account.createAccount, {
      body: {
        userId: crypto.randomUUID(),
        email: first.email.toUpperCase(),
        seed: account.seed,
        kdf: account.kdf,
        authKey: anyKey(),
        recoveryAuthKey: anyKey(),
        keys: account.keys,
        publicKeys: account.publicKeys,
        profile: account.sealed[0]?.sealed ?? '',
      },
    })
    await expect(again).rejects.toBeInstanceOf(Refused)
    await expect(again).rejects.toMatchObject({ status: 409, body: { code: 'email_taken' } })
    expect((await first.http.call(http.account.getAccount, {})).userId).toBe(first.userId)
  })

  it('answer every route that needs a person with signed_out when there is none', async () => {
    const { ROUTES } = await import('@turnstone/protocol/documents')
    const closed = ROUTES.filter(({ auth }) => auth === 'session')
    expect(closed.length).toBeGreaterThan(10)
    for (const { method, path } of closed) {
      const reply = await fetch(new URL(path.replace(/:\w+/g, crypto.randomUUID()), server.url), {
        method,
        headers: { origin: server.url, ...(method !== 'GET' && { 'content-type': 'application/json' }) },
        ...(method !== 'GET' && { body: '{}' }),
      })
      expect([path, reply.status]).toEqual([path, 401])
    }
  })
})
