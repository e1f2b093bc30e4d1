import { randomBytes } from 'node:crypto'
import { http } from '@turnstone/protocol'
import {
  bodyOf,
  HttpCaller,
  keysWithoutPasskeys,
  keysWithPasskey,
  makeChange,
  opensWithPasskey,
  ScriptedPartner,
} from '@turnstone/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainOf } from '../../src/features/passkey/domain.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { SoftAuthenticator } from '../support/soft-authenticator.ts'

const { account, passkey } = http
const FIVE_MINUTES_MS = 5 * 60_000

let server: TestServer
let origin: string
let nobody: HttpCaller
beforeAll(async () => {
  server = await startTestServer()
  origin = server.url.replace('127.0.0.1', 'localhost')
  nobody = new HttpCaller(server.url)
})
afterAll(() => server.stop())

const signUp = (name: string) => ScriptedPartner.signUp(server.url, name, server.issueCookie)
const domain = 'localhost'

/** A person with one passkey. */
async function withPasskey(name: string) {
  const person = await signUp(name)
  const device = new SoftAuthenticator()
  const { challenge } = await person.http.call(passkey.beginPasskey, { body: { authKey: person.authKey } })
  await person.http.call(passkey.addPasskey, { body: device.make({ domain, origin, challenge }) })
  return { person, device }
}

const challengeToSignIn = async () => (await nobody.call(passkey.beginSignIn, {})).challenge

async function signIn(
  answer: unknown,
): Promise<{ status: number; body: { userId?: string; error?: { code: string } } }> {
  const response = await server.askInternally(passkey.startSessionByPasskey.path, answer)
  return { status: response.status, body: await response.json() }
}

const refused = { status: 401, body: { error: { code: 'passkey_refused' } } }

describe('L1: signing in by one touch', () => {
  it('starts a session for its owner, who said no name', async () => {
    const { person, device } = await withPasskey('Ana')
    const answer = device.answer({ domain, origin, challenge: await challengeToSignIn() })
    expect(await signIn(answer)).toMatchObject({ status: 201, body: { userId: person.userId } })
    const { passkeys } = await person.http.call(passkey.listPasskeys, {})
    expect(passkeys.map(({ credentialId }) => credentialId)).toEqual([device.credentialId.toString('base64url')])
  })

  it('takes an answer once, and only for five minutes', async () => {
    const { device } = await withPasskey('Ana')
    const answer = device.answer({ domain, origin, challenge: await challengeToSignIn() })
    expect((await signIn(answer)).status).toBe(201)
    expect(await signIn(answer)).toEqual(refused)

    const late = device.answer({ domain, origin, challenge: await challengeToSignIn() })
    server.clock.advance(FIVE_MINUTES_MS)
    expect(await signIn(late)).toEqual(refused)
  })

  it('refuses another site, another signature, an unverified person, a challenge of one’s own, an unknown passkey', async () => {
    const { person, device } = await withPasskey('Ana')
    const { device: other } = await withPasskey('Ben')
    const at = async () => ({ domain, origin, challenge: await challengeToSignIn() })
    const good = await at()
    const mixed = { ...device.answer(await at()), credentialId: other.credentialId.toString('base64url') }
    const { challenge: forMaking } = await person.http.call(passkey.beginPasskey, { body: { authKey: person.authKey } })
    const attempts = [
      device.answer({ ...(await at()), origin: 'https://turnstone.example.evil' }),
      device.answer({ ...(await at()), domain: 'example.evil' }),
      device.answer({ ...good, challenge: randomBytes(32).toString('base64url') }),
      device.answer({ ...good, challenge: forMaking }),
      { ...device.answer(await at()), signature: randomBytes(70).toString('base64url') },
      mixed,
      new SoftAuthenticator().answer(await at()),
    ]
    for (const attempt of attempts) expect(await signIn(attempt)).toEqual(refused)
    device.verifies = false
    expect(await signIn(device.answer(await at()))).toEqual(refused)
    device.verifies = true
    expect((await signIn(device.answer(await at()))).status).toBe(201)
  })

  it('refuses a passkey whose counter went back: it was copied', async () => {
    const { device } = await withPasskey('Ana')
    const [first, second] = [await challengeToSignIn(), await challengeToSignIn()]
    const older = device.answer({ domain, origin, challenge: first })
    const newer = device.answer({ domain, origin, challenge: second })
    expect((await signIn(newer)).status).toBe(201)
    expect(await signIn(older)).toEqual(refused)
  })
})

describe('L1: a passkey that opens the keys too', () => {
  const keysOf = (person: ScriptedPartner) => person.http.call(account.getAccount, {})
  const begin = async (person: ScriptedPartner) =>
    (await person.http.call(passkey.beginPasskey, { body: { authKey: person.authKey } })).challenge

  /** A person whose one passkey opens their keys. */
  async function withOpening(name: string) {
    const person = await signUp(name)
    const device = new SoftAuthenticator()
    const [{ credentialId }, output] = [device, randomBytes(32)]
    const sealedKeys = await keysWithPasskey(person.keyring, await keysOf(person), { credentialId, output })
    const label = randomBytes(711).toString('base64url')
    const made = device.make({ domain, origin, challenge: await begin(person) })
    await person.http.call(passkey.addPasskey, { body: { ...made, label, sealedKeys } })
    return { person, device, output, label }
  }

  const remove = (
    person: ScriptedPartner,
    device: SoftAuthenticator,
    sealedKeys: { version: number; keys: string; signature: string },
  ) =>
    person.http.call(passkey.removePasskey, {
      params: { credentialId: device.credentialId.toString('base64url') },
      body: { authKey: person.authKey, sealedKeys },
    })

  it('comes with its way in and its sealed name; removed, both are gone', async () => {
    const { person, device, output, label } = await withOpening('Ana')
    expect(await opensWithPasskey(await keysOf(person), output)).toBe(true)
    expect((await person.http.call(passkey.listPasskeys, {})).passkeys).toMatchObject([{ label }])
    await remove(person, device, await keysWithoutPasskeys(person.keyring, await keysOf(person)))
    expect(await keysOf(person)).toMatchObject({ keysVersion: 3, keysBehind: null })
    expect(await opensWithPasskey(await keysOf(person), output)).toBe(false)
    expect((await person.http.call(passkey.listPasskeys, {})).passkeys).toEqual([])
  })

  it('is added with its way in, or not at all: another device was first, or somebody else signed', async () => {
    const person = await signUp('Ana')
    const eve = await signUp('Eve')
    const device = new SoftAuthenticator()
    const one = { credentialId: device.credentialId, output: randomBytes(32) }
    const made = async () => device.make({ domain, origin, challenge: await begin(person) })
    const sealedKeys = await keysWithPasskey(person.keyring, await keysOf(person), one)
    const foreign = await keysWithPasskey(eve.keyring, await keysOf(eve), one)
    const attempt = async (keys: typeof sealedKeys) =>
      person.http.call(passkey.addPasskey, { body: { ...(await made()), sealedKeys: keys } })
    await expect(attempt(foreign)).rejects.toMatchObject({ body: { code: 'bad_signature' } })
    await expect(attempt({ ...sealedKeys, version: 3 })).rejects.toMatchObject({ body: { code: 'bad_signature' } })
    const changed = await makeChange(person.keyring, await keysOf(person), { password: 'another quiet evening' })
    await person.http.call(account.changeKeys, { body: bodyOf(person, changed) })
    const begun = person.http.call(passkey.beginPasskey, { body: { authKey: changed.password.authKey } })
    const late = device.make({ domain, origin, challenge: (await begun).challenge })
    await expect(person.http.call(passkey.addPasskey, { body: { ...late, sealedKeys } })).rejects.toMatchObject({
      body: { code: 'version_conflict' },
    })
    expect(await keysOf(person)).toMatchObject({ keysVersion: 2 })
    expect((await person.http.call(passkey.listPasskeys, {})).passkeys).toEqual([])
  })

  it('is removed with its way in, or not at all; without keys at hand it signs in no more', async () => {
    const { person, device, output } = await withOpening('Ana')
    const stale = await keysWithoutPasskeys(person.keyring, { ...(await keysOf(person)), keysVersion: 1 })
    await expect(remove(person, device, stale)).rejects.toMatchObject({ body: { code: 'version_conflict' } })
    const params = { credentialId: device.credentialId.toString('base64url') }
    expect((await signIn(device.answer({ domain, origin, challenge: await challengeToSignIn() }))).status).toBe(201)
    await person.http.call(passkey.removePasskey, { params, body: { authKey: person.authKey } })
    expect(await signIn(device.answer({ domain, origin, challenge: await challengeToSignIn() }))).toEqual(refused)
    expect(await opensWithPasskey(await keysOf(person), output)).toBe(true)
  })
})

describe('L1: passkeys come and go with the password', () => {
  it('a wrong password begins none and removes none; nobody removes another’s', async () => {
    const { person, device } = await withPasskey('Ana')
    const ben = await signUp('Ben')
    const credentialId = device.credentialId.toString('base64url')
    const wrong = randomBytes(32).toString('base64url')
    const begin = person.http.call(passkey.beginPasskey, { body: { authKey: wrong } })
    await expect(begin).rejects.toMatchObject({ body: { code: 'wrong_password' } })
    const remove = (who: ScriptedPartner, authKey: string) =>
      who.http.call(passkey.removePasskey, { params: { credentialId }, body: { authKey } })
    await expect(remove(person, wrong)).rejects.toMatchObject({ body: { code: 'wrong_password' } })
    await expect(remove(ben, ben.authKey)).rejects.toMatchObject({ body: { code: 'not_found' } })
    await remove(person, person.authKey)
    const answer = device.answer({ domain, origin, challenge: await challengeToSignIn() })
    expect(await signIn(answer)).toEqual(refused)
  })

  it('is not made with somebody else’s challenge, twice, or without asking the person', async () => {
    const { person, device } = await withPasskey('Ana')
    const ben = await signUp('Ben')
    const begin = async (who: ScriptedPartner) =>
      (await who.http.call(passkey.beginPasskey, { body: { authKey: who.authKey } })).challenge
    const add = (who: ScriptedPartner, made: SoftAuthenticator, challenge: string) =>
      who.http.call(passkey.addPasskey, { body: made.make({ domain, origin, challenge }) })
    const refusal = { body: { code: 'passkey_refused' } }
    await expect(add(ben, new SoftAuthenticator(), await begin(person))).rejects.toMatchObject(refusal)
    await expect(add(ben, device, await begin(ben))).rejects.toMatchObject(refusal)
    const careless = new SoftAuthenticator()
    careless.verifies = false
    await expect(add(ben, careless, await begin(ben))).rejects.toMatchObject(refusal)
  })

  it('there are none for an address that is a bare number', () => {
    expect(domainOf({ publicOrigin: 'https://check-ins.example.org' })).toBe('check-ins.example.org')
    expect(domainOf({ publicOrigin: 'https://192.168.1.20' })).toBeNull()
    expect(domainOf({ publicOrigin: 'https://[fd00::1]' })).toBeNull()
  })
})
