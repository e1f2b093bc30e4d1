import 'fake-indexeddb/auto'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { localDb } from '@/lib/local-db'
import type { SealedAccount } from '@/vault/account'
import { account } from '@/vault/account'
import { passkey } from '@/vault/passkey'

/* A closing wins over whatever was on its way to open the pages, in memory and on the device. */

const PASSWORD = 'a quiet evening by the sea'
let mine: SealedAccount

const isOpen = (): Promise<boolean> =>
  passkey.opening({ account: mine, credentialIds: [] }).then(
    () => true,
    (thrown: { code?: string }) => {
      if (thrown.code !== 'keyring_locked') throw thrown
      return false
    },
  )

/** What a page that is opened anew finds. */
const onReload = async () => (await account.restore({ account: mine })).kind

/** Lets other work come first, a given number of times. */
async function after(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
}

beforeAll(async () => {
  const { userId, kdf, seed, keys } = await account.create({ name: 'Ana', password: PASSWORD })
  await account.keepCreated()
  mine = { userId, kdf, seed, keys, keysVersion: 1, keysBehind: null }
}, 60_000)

beforeEach(async () => {
  await account.lock()
  await account.unlockHere({ account: mine, password: PASSWORD })
  expect(await isOpen()).toBe(true)
}, 60_000)

it('what a new page opens by itself while somebody closes is closed, however the two overlap', async () => {
  const kept = await localDb.get('keys', 'device')
  for (let turns = 0; turns < 16; turns++) {
    await localDb.put('keys', kept, 'device')
    // Another tab: it has opened nothing yet, and finds the keys on the device.
    vi.resetModules()
    const tab = await import('@/vault/account')
    const { theKeyring } = await import('@/vault/session')
    const restoring = tab.account.restore({ account: mine })
    await after(turns)
    await tab.account.lock()
    await restoring
    expect(theKeyring, `closed after ${turns} turns`).toThrow('keyring_locked')
    expect([turns, await onReload()]).toEqual([turns, 'locked'])
  }
}, 60_000)

it('a password that was on its way when somebody closed opens nothing', async () => {
  await account.lock()
  const unlocking = account.unlockHere({ account: mine, password: PASSWORD })
  await account.lock()
  await expect(unlocking).rejects.toMatchObject({ code: 'keyring_locked' })
  expect([await isOpen(), await onReload()]).toEqual([false, 'locked'])
}, 60_000)

it('nothing of a password that was on its way stays after a sign-out', async () => {
  await account.lock()
  const unlocking = account.unlockHere({ account: mine, password: PASSWORD })
  // By now it has read what it needs of the device.
  await after(20)
  await account.erase()
  await expect(unlocking).rejects.toMatchObject({ code: 'keyring_locked' })
  expect([await isOpen(), await onReload(), await account.kept()]).toEqual([false, 'locked', undefined])
}, 60_000)
