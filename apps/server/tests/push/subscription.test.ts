import { http } from '@turnstone/protocol'
import { bodyOf, link, linkedCouple, makeChange, type Refused, ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PushBrowser } from '../support/push-service.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ana: ScriptedPartner
let ben: ScriptedPartner
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ ana, ben } = await linkedCouple(server.url, server.issueCookie))
})

const endpointOf = async (who: ScriptedPartner) => (await who.http.call(http.push.getPush, {})).endpoint
const isKept = async ({ endpoint }: PushBrowser) =>
  (await server.db.pool.query('SELECT 1 FROM push_subscription WHERE endpoint = $1', [endpoint])).rows.length === 1
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ body }: Refused) => body.code,
  )

async function subscribed(who: ScriptedPartner): Promise<PushBrowser> {
  const browser = new PushBrowser()
  await browser.subscribe(who)
  expect(await isKept(browser)).toBe(true)
  return browser
}

describe('a subscription', () => {
  it('is one session’s, told to nobody else, and ended by one', async () => {
    const browser = await subscribed(ana)
    expect(await endpointOf(ana)).toBe(browser.endpoint)
    expect(await endpointOf(ben)).toBe(null)
    await ana.http.call(http.push.deleteSubscription, {})
    expect(await isKept(browser)).toBe(false)
  })

  it('is renewed by the browser only where its owner has not ended it', async () => {
    const before = await subscribed(ana)
    const next = new PushBrowser()
    await next.subscribe(ana, true)
    expect([await isKept(before), await isKept(next)]).toEqual([false, true])
    await ana.http.call(http.push.deleteSubscription, {})
    expect(await refusalOf(new PushBrowser().subscribe(ana, true))).toBe('not_found')
    expect(await endpointOf(ana)).toBe(null)
  })

  it('belongs to whoever signed in last in that browser', async () => {
    const browser = await subscribed(ana)
    await browser.subscribe(ben)
    expect([await endpointOf(ana), await endpointOf(ben)]).toEqual([null, browser.endpoint])
  })

  it('is gone with its session: signed out here, ended from elsewhere, ended with all others', async () => {
    const first = await subscribed(ana)
    await ana.signOut()
    expect(await isKept(first)).toBe(false)

    await ana.signIn(server.issueCookie)
    const second = await subscribed(ana)
    await ana.signIn(server.issueCookie)
    const third = await subscribed(ana)
    await ana.http.call(http.session.endOtherSessions, {})
    expect([await isKept(second), await isKept(third)]).toEqual([false, true])
  })

  it('is gone with another password on all other devices, and stays where it was changed', async () => {
    const first = await subscribed(ana)
    await ana.signIn(server.issueCookie)
    const here = await subscribed(ana)
    const account = await ana.http.call(http.account.getAccount, {})
    const change = await makeChange(ana.keyring, account, { password: 'another quiet evening' })
    await ana.http.call(http.account.changeKeys, { body: bodyOf(ana, change) })
    expect([await isKept(first), await isKept(here)]).toEqual([false, true])
  })

  it('is gone with the link, for both, and none is made before there is another', async () => {
    const both = [await subscribed(ana), await subscribed(ben)]
    const { partnership } = await ana.http.call(http.partnership.getPartnership, {})
    await ana.http.call(http.partnership.unlink, { params: { partnershipId: partnership?.partnershipId ?? '' } })
    for (const browser of both) expect(await isKept(browser)).toBe(false)
    expect(await refusalOf(new PushBrowser().subscribe(ana))).toBe('not_linked')
    await link(await ScriptedPartner.signUp(server.url, 'Cleo', server.issueCookie), ana)
    await subscribed(ana)
  })

  it('is refused where this server must not ask', async () => {
    for (const endpoint of [
      'http://push.example.org/x',
      'https://localhost/x',
      'https://127.0.0.1/x',
      'https://127.1/x',
      'https://10.1.2.3/x',
      'https://169.254.169.254/latest/meta-data',
      'https://[::1]/x',
      'https://[::ffff:10.0.0.1]/x',
      'https://[fd00::1]/x',
      'https://router.local/x',
      'https://database/x',
      'https://push.example.org:8443/x',
      'https://user:secret@push.example.org/x',
      'file:///etc/passwd',
      'not an address',
    ]) {
      const body = { ...new PushBrowser().subscription, endpoint, renewal: false }
      const refusal = await refusalOf(ana.http.call(http.push.putSubscription, { body }))
      expect([endpoint, refusal]).toEqual([endpoint, 'push_refused'])
    }
  })

  it('is refused with a key that nothing can be sealed for', async () => {
    const body = {
      ...new PushBrowser().subscription,
      p256dh: Buffer.alloc(65, 4).toString('base64url'),
      renewal: false,
    }
    expect(await refusalOf(ana.http.call(http.push.putSubscription, { body }))).toBe('push_refused')
  })
})
