import { http } from '@turnstone/protocol'
import { bodyOf, HttpCaller, makeChange, passwordOf, ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { until } from '../support/until.ts'

const HOUR_MS = 3_600_000

let server: TestServer
let ana: ScriptedPartner
let nobody: HttpCaller
let visitors = 0
beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  ana = await ScriptedPartner.signUp(server.url, 'Ana', server.issueCookie)
  nobody = new HttpCaller(server.url)
  visitors += 1
  nobody.address = `198.51.100.${visitors}`
})
afterAll(() => server.stop())

const ask = (email: string, locale: 'en' | 'es' = 'en') =>
  nobody.call(http.recovery.askReset, { body: { email, locale } })
const mailsTo = (email: string) => server.mails.filter(({ to }) => to === email)

async function link(): Promise<string> {
  const before = mailsTo(ana.email).length
  await ask(ana.email)
  await until('the mail is sent', () => mailsTo(ana.email).length > before)
  return tokenIn(mailsTo(ana.email).at(-1)?.text)
}

const tokenIn = (text = '') => /#([\w-]{43})$/m.exec(text)?.[1] ?? ''

async function passwordFor(token: string, text: string) {
  const { userId } = await nobody.call(http.recovery.openReset, { body: { token } })
  return passwordOf(userId, text)
}

describe('L1: a new password by mail', () => {
  it('opens the control plane and nothing else: sessions end, the sealed keys stay for the password before', async () => {
    const before = await ana.http.call(http.account.getAccount, {})
    const device = await ana.openDevice()
    const token = await link()
    const password = await passwordFor(token, 'by mail, this time')
    await nobody.call(http.recovery.finishReset, { body: { token, password } })
    await device.until('a closed socket', () => !device.socket.connected)
    device.close()
    await expect(ana.http.call(http.account.getAccount, {})).rejects.toMatchObject({ body: { code: 'signed_out' } })
    await expect(server.issueCookie(ana.email, ana.authKey)).rejects.toThrow('wrong_credentials')
    ana.http.cookie = await server.issueCookie(ana.email, password.authKey)
    const after = await ana.http.call(http.account.getAccount, {})
    expect(after).toMatchObject({ keys: before.keys, keysVersion: 1, seed: password.seed })
    expect(after.keysBehind).toEqual({ seed: before.seed, kdf: before.kdf })

    const change = await makeChange(ana.keyring, after, { password: 'and sealed again' })
    await ana.http.call(http.account.changeKeys, { body: bodyOf(password, change) })
    expect(await ana.http.call(http.account.getAccount, {})).toMatchObject({ keysVersion: 2, keysBehind: null })
  })

  it('works once: a replay with another password is refused, a lost answer is not a second use', async () => {
    const token = await link()
    const password = await passwordFor(token, 'by mail, this time')
    const finish = (of: typeof password) => nobody.call(http.recovery.finishReset, { body: { token, password: of } })
    await finish(password)
    await finish(password)
    const ended = { body: { code: 'reset_ended' } }
    await expect(finish(await passwordOf(ana.userId, 'a thief’s'))).rejects.toMatchObject(ended)
    await expect(nobody.call(http.recovery.openReset, { body: { token } })).rejects.toMatchObject(ended)
    await expect(server.issueCookie(ana.email, password.authKey)).resolves.toContain('turnstone.session=')
  })

  it('looking at the link, as scanners do, uses nothing up; after an hour it has ended', async () => {
    const token = await link()
    for (let i = 0; i < 3; i++) {
      await fetch(new URL('/en/reset', server.url))
      expect(await nobody.call(http.recovery.openReset, { body: { token } })).toEqual({
        userId: ana.userId,
        email: ana.email,
      })
    }
    server.clock.advance(HOUR_MS)
    const password = await passwordOf(ana.userId, 'too late')
    await expect(nobody.call(http.recovery.finishReset, { body: { token, password } })).rejects.toMatchObject({
      body: { code: 'reset_ended' },
    })
  })

  it('ends with a password change, and so do all other links', async () => {
    const [first, second] = [await link(), await link()]
    const change = await makeChange(ana.keyring, await ana.http.call(http.account.getAccount, {}), {
      password: 'changed here first',
    })
    await ana.http.call(http.account.changeKeys, { body: bodyOf(ana, change) })
    for (const token of [first, second]) {
      await expect(nobody.call(http.recovery.openReset, { body: { token } })).rejects.toMatchObject({
        body: { code: 'reset_ended' },
      })
    }
  })

  it('says the same for an unknown e-mail and sends nothing; three mails an hour are the most', async () => {
    const zoe = await ScriptedPartner.signUp(server.url, 'Zoe', server.issueCookie)
    expect(await ask('nobody@example.org')).toBeUndefined()
    for (let i = 0; i < 3; i++) await link()
    expect(await ask(ana.email)).toBeUndefined()
    nobody.address = '203.0.113.1'
    await ask(zoe.email)
    await until('a mail that was asked for later is sent', () => mailsTo(zoe.email).length === 1)
    expect(mailsTo('nobody@example.org')).toEqual([])
    expect(mailsTo(ana.email)).toHaveLength(3)
    server.clock.advance(HOUR_MS)
    await link()
  })

  it('is written in each language, with a link that no server sees whole, and without a word on what this is', async () => {
    await ask(ana.email, 'en')
    await ask(ana.email, 'es')
    await until('both mails are sent', () => mailsTo(ana.email).length === 2)
    const [en, es] = mailsTo(ana.email)
    expect(new Set([en?.subject, es?.subject])).toEqual(new Set(['A new password', 'Una contraseña nueva']))
    for (const mail of [en, es]) {
      const { text = '', html = '', subject = '' } = mail ?? {}
      const url = new URL(/https?:\S+/.exec(text)?.[0] ?? '')
      expect([url.search, url.hash.length]).toEqual(['', 44])
      expect(html).toContain(url.href)
      expect(`${subject} ${text} ${html}`.replaceAll(url.host, '')).not.toMatch(
        /turnstone|partner|pareja|check-in|encuentro/i,
      )
      expect(html).not.toMatch(/<img|<script|style=/)
    }
  })
})
