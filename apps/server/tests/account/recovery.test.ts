import { randomBytes } from 'node:crypto'
import { http } from '@turnstone/protocol'
import {
  HttpCaller,
  keysWithPasskey,
  makeChange,
  opensWithPasskey,
  openWithCode,
  proofOfCode,
  ScriptedPartner,
} from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { SoftAuthenticator } from '../support/soft-authenticator.ts'

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

const anyKey = () => randomBytes(32).toString('base64url')

/** Everything a device does with e-mail and code, up to what it sends. */
async function recovery(text = ana.recoveryCodeText) {
  const proof = await proofOfCode(text)
  const opened = await nobody.call(http.recovery.openRecovery, { body: { email: ana.email, recoveryAuthKey: proof } })
  const change = await makeChange(await openWithCode(opened, text), opened, {
    password: 'remembered this time',
    sheet: 'new',
  })
  const { sealedKeys, password, recoveryAuthKey: newRecoveryAuthKey = '' } = change
  return { change, body: { email: ana.email, recoveryAuthKey: proof, newRecoveryAuthKey, password, sealedKeys } }
}

describe('L1: recovery by code', () => {
  it('sets a new password and a new code; every session ends, the old code and password are refused', async () => {
    const device = await ana.openDevice()
    const { change, body } = await recovery()
    await nobody.call(http.recovery.recover, { body })
    await device.until('a closed socket', () => !device.socket.connected)
    device.close()
    await expect(ana.http.call(http.account.getAccount, {})).rejects.toMatchObject({ body: { code: 'signed_out' } })
    await expect(server.issueCookie(ana.email, ana.authKey)).rejects.toThrow('wrong_credentials')
    await expect(recovery()).rejects.toMatchObject({ body: { code: 'wrong_code' } })
    ana.http.cookie = await server.issueCookie(ana.email, change.password.authKey)
    expect(await ana.http.call(http.account.getAccount, {})).toMatchObject({
      keys: change.sealedKeys.keys,
      keysBehind: null,
    })
    await expect(recovery(change.recoveryCodeText)).resolves.toBeDefined()
  })

  it('takes every passkey away, and its way into the keys: also one that was being added just then', async () => {
    const { passkey } = http
    const place = { domain: 'localhost', origin: server.url.replace('127.0.0.1', 'localhost') }
    const account = () => ana.http.call(http.account.getAccount, {})
    const begin = async () => (await ana.http.call(passkey.beginPasskey, { body: { authKey: ana.authKey } })).challenge
    const device = new SoftAuthenticator()
    const output = randomBytes(32)
    const sealedKeys = await keysWithPasskey(ana.keyring, await account(), {
      credentialId: device.credentialId,
      output,
    })
    const made = device.make({ ...place, challenge: await begin() })
    await ana.http.call(passkey.addPasskey, { body: { ...made, sealedKeys } })
    expect(await opensWithPasskey(await account(), output)).toBe(true)
    const onTheWay = new SoftAuthenticator().make({ ...place, challenge: await begin() })

    const { change, body } = await recovery()
    await Promise.allSettled([
      ana.http.call(passkey.addPasskey, { body: onTheWay }),
      nobody.call(http.recovery.recover, { body }),
    ])

    const { challenge } = await nobody.call(passkey.beginSignIn, {})
    const answer = await server.askInternally(
      passkey.startSessionByPasskey.path,
      device.answer({ ...place, challenge }),
    )
    expect(answer.status).toBe(401)
    ana.http.cookie = await server.issueCookie(ana.email, change.password.authKey)
    expect(await opensWithPasskey(await account(), output)).toBe(false)
    const { passkeys } = await ana.http.call(passkey.listPasskeys, {})
    expect(passkeys).toEqual([])
  })

  it('repeated because its answer was lost, changes nothing more; with other keys it is refused', async () => {
    const { body } = await recovery()
    for (let i = 0; i < 2; i++) await nobody.call(http.recovery.recover, { body })
    const replayed = {
      ...body,
      sealedKeys: {
        ...body.sealedKeys,
        keys: body.sealedKeys.keys.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
      },
    }
    await expect(nobody.call(http.recovery.recover, { body: replayed })).rejects.toMatchObject({
      body: { code: 'wrong_code' },
    })
    const found = await nobody.call(http.account.lookUpAccount, { body: { email: ana.email } })
    expect(found.seed).toBe(body.password.seed)
  })

  it('needs the keys too: the code’s proof alone, as the server has it, replaces nothing', async () => {
    const { body } = await recovery()
    const eve = await ScriptedPartner.signUp(server.url, 'Eve', server.issueCookie)
    const account = await eve.http.call(http.account.getAccount, {})
    const foreign = await makeChange(eve.keyring, account, { password: 'remembered this time' })
    const attempt = nobody.call(http.recovery.recover, { body: { ...body, sealedKeys: foreign.sealedKeys } })
    await expect(attempt).rejects.toMatchObject({ body: { code: 'bad_signature' } })
    expect(await ana.http.call(http.account.getAccount, {})).toMatchObject({ keysVersion: 1 })
  })

  it('answers an unknown e-mail and a wrong code alike, in words and in work', async () => {
    const tries = 4
    const ask = async (email: string) => {
      const before = process.cpuUsage()
      const answer = await nobody
        .call(http.recovery.openRecovery, { body: { email, recoveryAuthKey: anyKey() } })
        .catch((error: { status: number; body: unknown }) => [error.status, error.body])
      const { user, system } = process.cpuUsage(before)
      return { answer, work: user + system }
    }
    const rounds: { known: number; unknown: number }[] = []
    for (let i = 0; i < tries; i++) {
      const [known, unknown] = [await ask(ana.email), await ask(`nobody${i}@example.org`)]
      expect(known.answer).toEqual([401, { code: 'wrong_code' }])
      expect(unknown.answer).toEqual(known.answer)
      rounds.push({ known: known.work, unknown: unknown.work })
    }
    // Not a stopwatch, but the processor's work: an answer without hashing takes a tenth of it.
    const least = (of: 'known' | 'unknown') => Math.min(...rounds.map((round) => round[of]))
    expect(least('unknown')).toBeGreaterThan(least('known') / 3)
  })

  it('a stranger’s guesses do not keep its owner waiting', async () => {
    const guess = (address: string) =>
      fetch(new URL(http.recovery.openRecovery.path, server.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url, 'x-forwarded-for': address },
        body: JSON.stringify({ email: ana.email, recoveryAuthKey: anyKey() }),
      })
    const statuses = new Set<number>()
    for (let i = 0; i < 12; i++) statuses.add((await guess('203.0.113.7')).status)
    expect(statuses).toEqual(new Set([401, 429]))
    expect((await guess('203.0.113.8')).status).toBe(401)
  })
})
