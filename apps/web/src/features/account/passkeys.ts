import { http, type RouteReply } from '@turnstone/protocol'
import { ApiError, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { isInAppBrowserHere } from '@/lib/in-app-browser'
import {
  answerWithPasskey,
  hasOwnLock,
  makePasskey,
  type PasskeyOutput,
  passkeysHere,
  touchForOutput,
} from '@/lib/passkey'
import { withStorage } from '@/lib/storage'
import { vault } from '@/vault/client'
import { enter, newest, opened, sendChange } from './client'
import { type Account, type AccountState, accountStore } from './store'

/* What the account's client asks the server, and this device, about passkeys. */

type Listed = RouteReply<typeof http.passkey.listPasskeys>['passkeys'][number]

export interface Passkey extends Pick<Listed, 'credentialId' | 'createdAtMs'> {
  /** Null where it has none that can be read here. */
  readonly name: string | null
  /** Whether it opens the pages too. Null while they are closed here: only the keys know. */
  readonly opens: boolean | null
}

export interface Passkeys {
  readonly passkeys: readonly Passkey[]
  /** Something else opens the pages: a passkey that was removed while they were closed. */
  readonly others: boolean
}

export async function listPasskeys(): Promise<Passkeys> {
  const account = await newest()
  const passkeys = await listed()
  if (!isOpen()) {
    return { passkeys: passkeys.map((one) => ({ ...one, name: null, opens: null })), others: false }
  }
  const credentialIds = passkeys.map(({ credentialId }) => credentialId)
  const { opening, others } = await vault.passkey.opening({ account, credentialIds })
  const named = passkeys.map(async ({ credentialId, createdAtMs, label }): Promise<Passkey> => {
    const name = label && (await vault.passkey.openName({ credentialId, label }))
    return { credentialId, createdAtMs, name, opens: opening.includes(credentialId) }
  })
  return { passkeys: await Promise.all(named), others }
}

const listed = async (): Promise<Listed[]> => (await call(http.passkey.listPasskeys)).passkeys

function isOpen(): boolean {
  const state = accountStore.get()
  return state.kind === 'signed-in' && state.vault.kind === 'open'
}

/** `opens`: the pages too. `signsIn`: the pages go on asking for the password. */
export type Added = 'opens' | 'signsIn' | 'turnedAway'

/** `password` may be missing right after a sign-up. */
export async function addPasskey({ name, password }: { name: string; password?: string }): Promise<Added> {
  const { account, authKey } = await proven(password)
  const known = (await listed()).map(({ credentialId }) => credentialId)
  const beginning = await call(http.passkey.beginPasskey, { body: { authKey } })
  const input = await vault.passkey.input()
  const made = await makePasskey(beginning, { account: account.email, known, input })
  if (!made) return 'turnedAway'
  const { passkey } = made
  const { credentialId } = passkey
  // It is made by now: whoever turns away from a second touch has one that signs in.
  const output = made.output === 'unsaid' ? await secondTouch(input, credentialId) : made.output
  const label = isOpen() ? { label: await vault.passkey.sealName({ credentialId, name }) } : {}
  const body = { ...passkey, ...label }
  rememberOffer()
  if (output === 'none' || !isOpen()) {
    await call(http.passkey.addPasskey, { body })
    return 'signsIn'
  }
  const sealedKeys = await vault.passkey.add({ account, credentialIds: known, credentialId, output })
  await sendChange(() => call(http.passkey.addPasskey, { body: { ...body, sealedKeys } }))
  return 'opens'
}

const secondTouch = async (input: PasskeyOutput, credentialId: string) =>
  (await touchForOutput(input, credentialId))?.output ?? 'none'

/** Its way into the pages goes with it, where they are open here. */
export async function removePasskey(credentialId: string, password: string): Promise<void> {
  const { account, authKey } = await proven(password)
  const params = { credentialId }
  if (!isOpen()) {
    await call(http.passkey.removePasskey, { params, body: { authKey } })
    return
  }
  const others = (await listed()).map((one) => one.credentialId).filter((id) => id !== credentialId)
  const sealedKeys = await vault.passkey.keepOnly({ account, credentialIds: others })
  await sendChange(() => call(http.passkey.removePasskey, { params, body: { authKey, sealedKeys } }))
}

/** With the account key on this device the password opens the pages too: then the keys can change with the passkey. */
async function proven(password: string | undefined) {
  const authKey = await proof(await newest(), password)
  return { authKey, account: await newest() }
}

async function proof({ userId, seed, kdf }: Account, password: string | undefined): Promise<string> {
  if (password === undefined) {
    const remembered = await vault.account.proofAfterSignUp({ userId })
    if (!remembered) throw new ApiError('wrong_password')
    return remembered
  }
  return (await vault.account.signIn({ parameters: { userId, seed, kdf }, password })).authKey
}

/** Whether the account was made here a moment ago, so that nobody has to type the password again. */
export async function needsNoPassword(): Promise<boolean> {
  const state = accountStore.get()
  if (state.kind !== 'signed-in') return false
  return (await vault.account.proofAfterSignUp(state.account)) !== null
}

/** One touch: signs in, and opens the pages where this passkey does. Null when the person turned away. */
export async function signInWithPasskey(): Promise<AccountState | null> {
  const challenge = await call(http.passkey.beginSignIn)
  const touched = await answerWithPasskey(challenge, await vault.passkey.input())
  if (!touched) return null
  const state = await enter({ passkey: JSON.stringify(touched.answer) })
  const isClosed = state.kind === 'signed-in' && state.vault.kind === 'locked'
  if (!isClosed || !touched.output) return state
  try {
    await openWith(touched.output)
  } catch (thrown) {
    // A passkey from before it could open anything: signed in, and the pages ask for the password.
    if (problemOf(thrown).code !== 'passkey_opens_nothing') throw thrown
  }
  return accountStore.get()
}

/** Opens the pages of whoever is signed in; nobody but this device is asked. False when they turned away. */
export async function openWithPasskey(): Promise<boolean> {
  const touched = await touchForOutput(await vault.passkey.input())
  if (!touched) return false
  if (!touched.output) throw new ApiError('passkey_opens_nothing')
  await openWith(touched.output)
  return true
}

async function openWith(output: PasskeyOutput): Promise<void> {
  const state = accountStore.get()
  if (state.kind !== 'signed-in') throw new ApiError('signed_out')
  try {
    opened(await vault.account.unlockWithPasskey({ account: state.account, output }))
  } catch (thrown) {
    throw problemOf(thrown).code === 'unlock_failed' ? new ApiError('passkey_opens_nothing') : thrown
  }
}

const OFFERED = 'turnstone.touch-offered'

/** It is offered once in a browser. */
export function rememberOffer(): void {
  withStorage('local', (storage) => storage.setItem(OFFERED, 'yes'))
}

/** Whether to offer one: this device has a lock of its own, and this is a browser that keeps what it makes. */
export async function mayOfferPasskey(): Promise<boolean> {
  const offered = withStorage('local', (storage) => storage.getItem(OFFERED)) ?? null
  if (offered !== null || passkeysHere() !== 'possible' || isInAppBrowserHere()) return false
  // An offer is never in the way.
  return hasOwnLock().catch(() => false)
}
