import { beforeAll, describe, expect, test } from 'vitest'
import { type Bytes, concat, equal, uint8, utf8Encode } from '../src/bytes.ts'
import {
  changeAccount,
  changePasskeys,
  claimsPasskey,
  type Keyring,
  openingPasskeys,
  PASSKEY_INPUT,
  parseRecoveryCode,
  passkeyId,
  passkeyOutput,
  type Uuid,
  unlock,
  unlockWithPasskey,
  unlockWithRecoveryCode,
} from '../src/index.ts'
import { secretsOf } from '../src/keyring.ts'
import { LABEL } from '../src/labels.ts'
import { systemRandom } from '../src/random.ts'
import { parseAccountKey } from '../src/secret-text.ts'
import { signAs } from '../src/signing.ts'
import { makeSlot, passkeySlotSecret, SLOT_BYTES } from '../src/slots.ts'
import { uuidToBytes } from '../src/uuid.ts'
import { type Couple, couple, patched } from './support/couple.ts'
import { refusal } from './support/refusal.ts'

const SLOTS_AT = 91

let world: Couple
let ana: Couple['ana']
let phone: Passkey
let key: Passkey

interface Passkey {
  readonly id: Uuid
  readonly output: ReturnType<typeof passkeyOutput>
}

async function authenticator(): Promise<Passkey> {
  return { id: await passkeyId(systemRandom(32)), output: passkeyOutput(systemRandom(32)) }
}

beforeAll(async () => {
  world = await couple('passkeys')
  ana = world.ana
  ;[phone, key] = [await authenticator(), await authenticator()]
})

type Change = Parameters<typeof changePasskeys>[0]
const change = (of: Partial<Change> = {}) =>
  changePasskeys({ keyring: ana.keyring, bundle: ana.registration.bundle, atLeastGeneration: 1, passkeys: [], ...of })

const touch = (bundle: Bytes, { output }: Pick<Passkey, 'output'>, seen = 0, userId = ana.registration.userId) =>
  unlockWithPasskey({ bundle, userId, output, atLeastGeneration: seen })

const withCode = (bundle: Bytes) =>
  unlockWithRecoveryCode({
    bundle,
    userId: ana.registration.userId,
    recoveryCode: parseRecoveryCode(ana.recoveryCodeText),
    atLeastGeneration: 0,
  })

const withPassword = (bundle: Bytes) =>
  unlock({ bundle, signIn: ana.signIn, accountKey: parseAccountKey(ana.accountKeyText), atLeastGeneration: 0 })

function isSameAccount(one: Keyring, other: Keyring = ana.keyring): boolean {
  const keys = ['vaultKey', 'signingSeed', 'encryptionSecret'] as const
  return keys.every((name) => equal(secretsOf(one)[name], secretsOf(other)[name])) && one.identity.name === 'Ana'
}

describe('[PK1] one touch opens the account', () => {
  test('[PK1] with neither password, account key nor code', async () => {
    const { bundle, keyring } = await change({ added: phone })
    const opened = await touch(bundle, phone, 2)
    expect(isSameAccount(opened)).toBe(true)
    expect(isSameAccount(keyring)).toBe(true)
    expect(opened.generation).toBe(2)
    expect([opened.knowsAccountKey, keyring.knowsAccountKey]).toEqual([false, true])
  })

  test('[PK1] every passkey is asked the same, which says nothing of anybody', () => {
    expect(PASSKEY_INPUT).toEqual(utf8Encode('turnstone/vault/v1/passkey-prf'))
  })
})

describe('[PK2] nothing else does', () => {
  test('[PK2] another output, and the same one in another account', async () => {
    const { bundle } = await change({ added: phone })
    expect(await refusal(() => touch(bundle, key))).toBe('unlock_failed')
    const eves = await changePasskeys({
      keyring: world.eve.keyring,
      bundle: world.eve.registration.bundle,
      atLeastGeneration: 1,
      passkeys: [],
      added: phone,
    })
    expect(await refusal(() => touch(eves.bundle, phone))).toBe('account_tampered: userId')
    const renamed = patched(eves.bundle, 6, bundle.slice(6, 22))
    expect(await refusal(() => touch(renamed, phone))).toBe('unlock_failed')
    for (const length of [0, 31, 33]) {
      expect(await refusal(() => passkeyOutput(new Uint8Array(length)))).toBe('argument_invalid: length')
    }
  })

  test('[PK2] a slot for a passkey of the server’s, wrapped around a root of its own or in a list of its own', async () => {
    const { bundle } = ana.registration
    const { root } = secretsOf(world.eve.keyring)
    const foreign = await makeSlot(
      systemRandom,
      await passkeySlotSecret(phone.output),
      ana.keyring.identity,
      root,
      uuidToBytes(phone.id),
    )
    const added = concat(bundle.slice(0, SLOTS_AT - 1), uint8(3), foreign, bundle.slice(SLOTS_AT))
    expect(await refusal(() => touch(added, phone))).toBe('account_tampered: signature')
    expect(await refusal(() => withCode(added))).toBe('account_tampered: signature')
    expect(await refusal(() => change({ bundle: added, passkeys: [phone.id] }))).toBe('account_tampered: signature')
    expect(await refusal(async () => openingPasskeys(ana.keyring, added))).toBe('account_tampered: signature')
  })

  test('[PK2] the bundle from before it was removed, on a device that has seen the removal', async () => {
    const before = await change({ added: phone })
    const after = await change({ ...before })
    expect(after.keyring.generation).toBe(3)
    expect(await refusal(() => touch(before.bundle, phone, 3))).toBe('account_outdated')
    expect(await refusal(async () => openingPasskeys(after.keyring, before.bundle))).toBe('account_outdated')
  })
})

describe('[PK3] adding and removing leaves every other way in', () => {
  test('[PK3] and asks for neither password nor account key', async () => {
    const opened = await withCode(ana.registration.bundle)
    const one = await change({ keyring: opened, added: phone })
    const two = await change({ ...one, passkeys: [phone.id], added: key })
    for (const by of [touch(two.bundle, phone), touch(two.bundle, key), withCode(two.bundle), withPassword(two.bundle)])
      expect(isSameAccount(await by)).toBe(true)
    expect(two.keyring.generation).toBe(3)
    expect(equal(secretsOf(two.keyring).root, secretsOf(one.keyring).root)).toBe(false)
  })

  test('[PK3] one that is added again takes its own place', async () => {
    const one = await change({ added: phone })
    const again = { ...phone, output: passkeyOutput(systemRandom(32)) }
    const two = await change({ ...one, passkeys: [phone.id], added: again })
    expect(two.bundle.length).toBe(one.bundle.length)
    expect(await refusal(() => touch(two.bundle, again))).toBe('opened')
    expect(await refusal(() => touch(two.bundle, phone))).toBe('unlock_failed')
  })

  test('[PK3] sixteen ways in are the most', async () => {
    let now = await change({ added: phone })
    const ids: Uuid[] = [phone.id]
    for (let count = 2; count <= 14; count += 1) {
      const next = await authenticator()
      now = await change({ ...now, passkeys: ids, added: next })
      ids.push(next.id)
    }
    expect(await refusal(() => change({ ...now, passkeys: ids, added: key }))).toBe('too_large: slots')
  })

  test('[PK3] a slot of the list before opens nothing of the next', async () => {
    const one = await change({ added: phone })
    const next = await change({ ...one })
    const slot = one.bundle.slice(SLOTS_AT, SLOTS_AT + SLOT_BYTES)
    const body = concat(next.bundle.slice(0, SLOTS_AT - 1), uint8(3), slot, next.bundle.slice(SLOTS_AT, -64))
    const brought = concat(body, signAs(secretsOf(ana.keyring).signingSeed, LABEL.account, body))
    expect(await refusal(() => touch(brought, phone))).toBe('account_tampered: commitment')
  })
})

describe('[PK4] only the passkeys that are named stay', () => {
  test('[PK4] when one is removed', async () => {
    const one = await change({ added: phone })
    const two = await change({ ...one, passkeys: [phone.id], added: key })
    const removed = await change({ ...two, passkeys: [key.id] })
    expect(await refusal(() => touch(removed.bundle, phone))).toBe('unlock_failed')
    expect(isSameAccount(await touch(removed.bundle, key))).toBe(true)
  })

  test('[PK4] with another password, with another sheet, and none of them with a recovery', async () => {
    const one = await change({ added: phone })
    const two = await change({ ...one, passkeys: [phone.id], added: key })
    for (const sheet of ['keep', 'new'] as const) {
      const options = { ...two, atLeastGeneration: 1, signIn: ana.signIn, sheet }
      const changed = await changeAccount({ ...options, passkeys: [phone.id] })
      expect(isSameAccount(await touch(changed.bundle, phone))).toBe(true)
      expect(await refusal(() => touch(changed.bundle, key))).toBe('unlock_failed')
      const recovered = await changeAccount({ ...options, passkeys: [] })
      for (const lost of [phone, key]) expect(await refusal(() => touch(recovered.bundle, lost))).toBe('unlock_failed')
    }
  })
})

test('[PK5] which passkeys open the account: the claim of a bundle, and what its owner has signed', async () => {
  expect(claimsPasskey(ana.registration.bundle)).toBe(false)
  const one = await change({ added: phone })
  const two = await change({ ...one, passkeys: [phone.id], added: key })
  expect(claimsPasskey(two.bundle)).toBe(true)
  expect(openingPasskeys(two.keyring, two.bundle).sort()).toEqual([phone.id, key.id].sort())
})

test('[PK5] a credential has one id, on every device, and no two have the same', async () => {
  const credential = systemRandom(40)
  expect(await passkeyId(credential)).toBe(await passkeyId(new Uint8Array(credential)))
  expect(await passkeyId(credential)).not.toBe(await passkeyId(credential.slice(1)))
})
