import { randomBytes } from 'node:crypto'
import { http } from '@turnstone/protocol'
import { bodyOf, HttpCaller, makeChange, ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { until } from '../support/until.ts'

let server: TestServer
let ana: ScriptedPartner
beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  ana = await ScriptedPartner.signUp(server.url, 'Ana', server.issueCookie)
})
afterAll(() => server.stop())

const account = (of = ana) => of.http.call(http.account.getAccount, {})
const NEW = 'another quiet evening'

async function elsewhere(): Promise<HttpCaller> {
  const caller = new HttpCaller(server.url)
  caller.cookie = await server.issueCookie(ana.email, ana.authKey)
  return caller
}

describe('L1: another password', () => {
  it('counts from now on: the old one is refused, other sessions and their sockets end, this one stays', async () => {
    const other = await elsewhere()
    const [here, there] = [await ana.openDevice(), await deviceOf(other)]
    const change = await makeChange(ana.keyring, await account(), { password: NEW })
    await ana.http.call(http.account.changeKeys, { body: bodyOf(ana, change) })

    await there.until('being told', () => there.all('closed').length > 0)
    await there.until('a closed socket', () => !there.socket.connected)
    await expect(other.call(http.account.getAccount, {})).rejects.toMatchObject({ body: { code: 'signed_out' } })
    expect(here.socket.connected).toBe(true)
    expect(await account()).toMatchObject({ keys: change.sealedKeys.keys, keysVersion: 2, keysBehind: null })
    await expect(server.issueCookie(ana.email, ana.authKey)).rejects.toThrow('wrong_credentials')
    await expect(server.issueCookie(ana.email, change.password.authKey)).resolves.toContain('turnstone.session=')
    here.close()
    there.close()
  })

  it('is looked up with its own seed', async () => {
    const change = await makeChange(ana.keyring, await account(), { password: NEW })
    await ana.http.call(http.account.changeKeys, { body: bodyOf(ana, change) })
    const found = await ana.http.call(http.account.lookUpAccount, { body: { email: ana.email } })
    expect(found).toEqual({ userId: ana.userId, seed: change.password.seed, kdf: change.password.kdf })
  })

  it('repeated because its answer was lost, changes nothing more and is not refused', async () => {
    const change = await makeChange(ana.keyring, await account(), { password: NEW })
    for (let i = 0; i < 2; i++) await ana.http.call(http.account.changeKeys, { body: bodyOf(ana, change) })
    expect(await account()).toMatchObject({ keysVersion: 2 })
  })
})

describe('L1: a refused change leaves everything as it was', () => {
  const unchanged = async (before: Awaited<ReturnType<typeof account>>) => {
    expect(await account()).toEqual(before)
    await expect(server.issueCookie(ana.email, ana.authKey)).resolves.toContain('turnstone.session=')
  }

  it('with a wrong password; ten of them wait, in that session only', async () => {
    const before = await account()
    const other = await elsewhere()
    const change = await makeChange(ana.keyring, before, { password: NEW })
    const guess = () =>
      ana.http.call(http.account.changeKeys, {
        body: { ...bodyOf(ana, change), authKey: randomBytes(32).toString('base64url') },
      })
    for (let i = 0; i < 10; i++) await expect(guess()).rejects.toMatchObject({ body: { code: 'wrong_password' } })
    await expect(guess()).rejects.toMatchObject({ body: { code: 'too_many_requests' } })
    await unchanged(before)
    await other.call(http.account.changeKeys, { body: bodyOf(ana, change) })
    expect(await other.call(http.account.getAccount, {})).toMatchObject({ keysVersion: 2 })
  })

  it('without the signature of one’s own key: password and session alone do not replace what is sealed', async () => {
    const before = await account()
    const change = await makeChange(ana.keyring, before, { password: NEW })
    const eve = await ScriptedPartner.signUp(server.url, 'Eve', server.issueCookie)
    const foreign = await makeChange(eve.keyring, await account(eve), { password: NEW })
    for (const sealedKeys of [
      { ...change.sealedKeys, signature: foreign.sealedKeys.signature },
      { ...change.sealedKeys, keys: foreign.sealedKeys.keys },
      { ...foreign.sealedKeys },
    ]) {
      const body = { ...bodyOf(ana, change), sealedKeys }
      await expect(ana.http.call(http.account.changeKeys, { body })).rejects.toMatchObject({
        body: { code: 'bad_signature' },
      })
    }
    await unchanged(before)
  })

  it('of two devices at once, one is first and the other is told', async () => {
    const before = await account()
    const changes = await Promise.all(
      [NEW, 'a third evening'].map((password) => makeChange(ana.keyring, before, { password })),
    )
    const answers = await Promise.all(
      changes.map((change) =>
        ana.http.call(http.account.changeKeys, { body: bodyOf(ana, change) }).then(
          () => 'changed',
          (error: { body: { code: string } }) => error.body.code,
        ),
      ),
    )
    expect(answers).toContain('changed')
    expect(answers.filter((answer) => answer === 'changed')).toHaveLength(1)
    expect(answers.find((answer) => answer !== 'changed')).toMatch(/^(version_conflict|wrong_password)$/)
    expect(await account()).toMatchObject({ keysVersion: 2 })
  })

  it('and a sign-in that proved the old password waits for a change that is under way, and is refused then', async () => {
    const change = await server.db.pool.connect()
    try {
      await change.query('BEGIN')
      await change.query(`UPDATE account SET auth_hash = 'another' WHERE id = $1`, [ana.userId])
      const signIn = server.issueCookie(ana.email, ana.authKey).catch((error: Error) => error.message)
      await until('the sign-in waits', async () => {
        const { rows } = await server.db.pool.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
        return rows.length > 0
      })
      await change.query('COMMIT')
      expect(await signIn).toContain('wrong_credentials')
    } finally {
      change.release()
    }
  })
})

/** A second device of Ana's, by the cookie of another session. */
async function deviceOf(of: HttpCaller) {
  const own = ana.http.cookie
  ana.http.cookie = of.cookie
  const device = await ana.openDevice()
  ana.http.cookie = own
  return device
}
