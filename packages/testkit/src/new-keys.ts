import { accountKeysStatement, type http, type RouteInput } from '@turnstone/protocol'
import {
  changeAccount,
  changePasskeys,
  fromBase64url,
  type Keyring,
  newPassword,
  parseRecoveryCode,
  parseUuid,
  passkeyId,
  passkeyOutput,
  recoveryAuthKey,
  sign,
  toBase64url,
  unlockWithPasskey,
  unlockWithRecoveryCode,
  VaultError,
} from '@turnstone/vault'
import type { ScriptedPartner } from './scripted-partner.ts'

type Account = { readonly userId: string; readonly keys: string; readonly keysVersion: number }
type ChangeBody = RouteInput<typeof http.account.changeKeys>['body']

/** What a device sends to change its owner's password, and perhaps their sheet. */
export interface Change {
  readonly sealedKeys: ChangeBody['sealedKeys']
  readonly password: NonNullable<ChangeBody['password']>
  readonly recoveryAuthKey: string | undefined
  readonly recoveryCodeText: string | undefined
}

export async function makeChange(
  keyring: Keyring,
  account: Account,
  { password, sheet = 'keep' }: { password: string; sheet?: 'keep' | 'new' },
): Promise<Change> {
  const { signIn, ...made } = await stretched(account.userId, password)
  const changed = await changeAccount({
    keyring,
    bundle: fromBase64url(account.keys),
    atLeastGeneration: 1,
    signIn,
    sheet,
    passkeys: [],
  })
  return {
    sealedKeys: sealedKeysOf(keyring, account, changed.bundle),
    password: made.password,
    recoveryAuthKey: changed.newSheet && toBase64url(changed.newSheet.recoveryAuthKey),
    recoveryCodeText: changed.newSheet?.recoveryCodeText,
  }
}

function sealedKeysOf(keyring: Keyring, account: Account, bundle: Uint8Array): Change['sealedKeys'] {
  const version = account.keysVersion + 1
  const keys = toBase64url(bundle)
  const statement = accountKeysStatement({ userId: account.userId, version, keys })
  return { version, keys, signature: toBase64url(sign(keyring, statement)) }
}

/** What a device sends to let a passkey open its owner's keys too; `output` is what the authenticator gave. */
export async function keysWithPasskey(
  keyring: Keyring,
  account: Account,
  { credentialId, output }: { credentialId: Uint8Array; output: Uint8Array },
): Promise<Change['sealedKeys']> {
  const { bundle } = await changePasskeys({
    keyring,
    bundle: fromBase64url(account.keys),
    atLeastGeneration: 1,
    passkeys: [],
    added: { id: await passkeyId(credentialId), output: passkeyOutput(output) },
  })
  return sealedKeysOf(keyring, account, bundle)
}

/** And to let none of them. */
export async function keysWithoutPasskeys(keyring: Keyring, account: Account): Promise<Change['sealedKeys']> {
  const bundle = fromBase64url(account.keys)
  const changed = await changePasskeys({ keyring, bundle, atLeastGeneration: 1, passkeys: [] })
  return sealedKeysOf(keyring, account, changed.bundle)
}

/** Whether the keys, as the server has them, open by what an authenticator gave. */
export async function opensWithPasskey({ userId, keys }: Account, output: Uint8Array): Promise<boolean> {
  try {
    const bundle = fromBase64url(keys)
    await unlockWithPasskey({ bundle, userId: parseUuid(userId), output: passkeyOutput(output), atLeastGeneration: 0 })
    return true
  } catch (thrown) {
    if (thrown instanceof VaultError && thrown.code === 'unlock_failed') return false
    throw thrown
  }
}

/** As it goes to `PUT /api/account/keys`. */
export function bodyOf(person: Pick<ScriptedPartner, 'authKey'>, change: Change): ChangeBody {
  const { sealedKeys, password, recoveryAuthKey } = change
  return { authKey: person.authKey, sealedKeys, password, ...(recoveryAuthKey && { recoveryAuthKey }) }
}

/** A password of somebody's, as the wire has it. */
export async function passwordOf(userId: string, text: string): Promise<Change['password']> {
  return (await stretched(userId, text)).password
}

async function stretched(userId: string, text: string) {
  const { seed, kdf, signIn } = await newPassword(parseUuid(userId), text)
  const password = {
    seed: toBase64url(seed),
    kdf: { ...kdf, version: 1 as const },
    authKey: toBase64url(signIn.authKey),
  }
  return { signIn, password }
}

/** What shows the server that somebody has the code. */
export async function proofOfCode(text: string): Promise<string> {
  return toBase64url(await recoveryAuthKey(parseRecoveryCode(text)))
}

export function openWithCode({ userId, keys }: Pick<Account, 'userId' | 'keys'>, text: string): Promise<Keyring> {
  return unlockWithRecoveryCode({
    bundle: fromBase64url(keys),
    userId: parseUuid(userId),
    recoveryCode: parseRecoveryCode(text),
    atLeastGeneration: 0,
  })
}
