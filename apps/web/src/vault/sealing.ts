import { accountKeysStatement } from '@turnstone/protocol'
import {
  fromBase64url,
  type Keyring,
  type PasskeysChange,
  parseUuid,
  passkeyId,
  sign,
  toBase64url,
} from '@turnstone/vault'
import type { SealedAccount } from './account'
import * as device from './device'

/* What every change of the keys goes through on its way to the server. */

export type Target = Pick<SealedAccount, 'userId' | 'keys' | 'keysVersion'>

/** What the vault must know of the account to seal it anew. */
export async function sealingOf(account: Target, credentialIds: readonly string[]) {
  return {
    bundle: fromBase64url(account.keys),
    atLeastGeneration: await device.seenGeneration(parseUuid(account.userId)),
    passkeys: await passkeyIds(credentialIds),
  }
}

/** Signs what the server is to keep, and keeps on this device what it comes to, before it is sent. */
export async function readyToSend(
  keyring: Keyring,
  { userId, keysVersion }: Target,
  changed: PasskeysChange,
  recoveryCodeText?: string,
) {
  const version = keysVersion + 1
  const keys = toBase64url(changed.bundle)
  const signature = toBase64url(sign(keyring, accountKeysStatement({ userId, version, keys })))
  await device.keepPending(changed.keyring, keys, recoveryCodeText)
  changed.keyring.lock()
  return { version, keys, signature }
}

/** Passkeys as the vault names them. */
export const passkeyIds = (credentialIds: readonly string[]) =>
  Promise.all(credentialIds.map((credentialId) => passkeyId(fromBase64url(credentialId))))
