import { http, type RouteReply } from '@turnstone/protocol'
import { call } from '@/lib/http'
import { answerWithPasskey, makePasskey, type PasskeyAnswer } from '@/lib/passkey'
import { vault } from '@/vault/client'
import type { Account } from './store'

/* What the account's client asks the server about passkeys. */

export type Passkeys = RouteReply<typeof http.passkey.listPasskeys>

export const listPasskeys = (): Promise<Passkeys> => call(http.passkey.listPasskeys)

/** False when the person turned away from what the browser asked. */
export async function addPasskey(account: Account, password: string): Promise<boolean> {
  const { passkeys } = await listPasskeys()
  const beginning = await call(http.passkey.beginPasskey, { body: { authKey: await proof(account, password) } })
  const known = passkeys.map(({ credentialId }) => credentialId)
  const made = await makePasskey(beginning, { account: account.email, known })
  if (!made) return false
  await call(http.passkey.addPasskey, { body: made })
  return true
}

export async function removePasskey(account: Account, credentialId: string, password: string): Promise<void> {
  const body = { authKey: await proof(account, password) }
  await call(http.passkey.removePasskey, { params: { credentialId }, body })
}

/** Null when the person turned away. */
export async function touchToSignIn(): Promise<PasskeyAnswer | null> {
  return answerWithPasskey(await call(http.passkey.beginSignIn))
}

async function proof({ userId, seed, kdf }: Account, password: string): Promise<string> {
  return (await vault.account.signIn({ parameters: { userId, seed, kdf }, password })).authKey
}
