import {
  changeAccount,
  fromBase64url,
  type Keyring,
  newPassword,
  parseRecoveryCode,
  parseUuid,
  recoveryAuthKey,
  type SignInKeys,
  toBase64url,
  unlockWithRecoveryCode,
} from '@turnstone/vault'
import type { SealedAccount } from './account'
import * as device from './device'
import { readyToSend, sealingOf, type Target } from './sealing'
import { theKeyring } from './session'
import { forgetSignIn, rememberedSignIn, rememberSignIn, startSigningIn } from './signing-in'

/** What recovery by code is answered with. */
export interface OpenedRecovery {
  readonly userId: string
  readonly keys: string
  readonly keysVersion: number
}

interface Sealing {
  readonly signIn: SignInKeys
  readonly sheet: 'keep' | 'new'
  /** Which passkeys go on opening it. */
  readonly credentialIds: readonly string[]
}

/** `sheet` becomes `new` by itself where this device does not know the account key. */
async function seal(keyring: Keyring, account: Target, { signIn, sheet, credentialIds }: Sealing) {
  const changed = await changeAccount({
    keyring,
    ...(await sealingOf(account, credentialIds)),
    signIn,
    sheet: keyring.knowsAccountKey ? sheet : 'new',
  })
  const { newSheet } = changed
  return {
    sealedKeys: await readyToSend(keyring, account, changed, newSheet?.recoveryCodeText),
    recoveryAuthKey: newSheet && toBase64url(newSheet.recoveryAuthKey),
  }
}

/** A password as the wire has it. */
async function passwordFor(userId: string, text: string) {
  const { seed, kdf, signIn } = await newPassword(parseUuid(userId), text)
  const password = {
    seed: toBase64url(seed),
    kdf: { ...kdf, version: 1 as const },
    authKey: toBase64url(signIn.authKey),
  }
  return { signIn, password }
}

export const accountChange = {
  /** Another password; takes two stretches. Counts once the server has it: `restore` finds out. */
  async changePassword(of: {
    account: SealedAccount
    credentialIds: readonly string[]
    password: string
    newPassword: string
  }) {
    const present = await startSigningIn(of.account, of.password)
    const { signIn, password } = await passwordFor(of.account.userId, of.newPassword)
    const { sealedKeys, recoveryAuthKey } = await seal(theKeyring(), of.account, {
      signIn,
      sheet: 'keep',
      credentialIds: of.credentialIds,
    })
    forgetSignIn()
    return { authKey: toBase64url(present.authKey), password, sealedKeys, ...(recoveryAuthKey && { recoveryAuthKey }) }
  },

  /** Another account key and recovery code. The password is not asked for where it was given a moment ago. */
  async newSheet(of: { account: SealedAccount; credentialIds: readonly string[]; password: string }) {
    const { account, credentialIds, password } = of
    const signIn = rememberedSignIn(account.userId) ?? (await startSigningIn(account, password))
    const { sealedKeys, recoveryAuthKey } = await seal(theKeyring(), account, { signIn, sheet: 'new', credentialIds })
    return { authKey: toBase64url(signIn.authKey), sealedKeys, ...(recoveryAuthKey && { recoveryAuthKey }) }
  },

  /** What shows the server that somebody has the code. A mistyped one is noticed here. */
  async proofOfCode({ text }: { text: string }): Promise<{ recoveryAuthKey: string }> {
    return { recoveryAuthKey: toBase64url(await recoveryAuthKey(parseRecoveryCode(text))) }
  },

  /** Opens with the code and seals for another password with another sheet, without passkeys. Nobody has to be signed in. */
  async recover(of: { opened: OpenedRecovery; text: string; newPassword: string }) {
    const userId = parseUuid(of.opened.userId)
    const keyring = await unlockWithRecoveryCode({
      bundle: fromBase64url(of.opened.keys),
      userId,
      recoveryCode: parseRecoveryCode(of.text),
      atLeastGeneration: await device.seenGeneration(userId),
    })
    const { signIn, password } = await passwordFor(userId, of.newPassword)
    const sealing = { signIn, sheet: 'new', credentialIds: [] } as const
    const { sealedKeys, recoveryAuthKey: newRecoveryAuthKey = '' } = await seal(keyring, of.opened, sealing)
    keyring.lock()
    rememberSignIn(signIn)
    return { newRecoveryAuthKey, password, sealedKeys }
  },

  /** A password for the control plane alone, after a mail. */
  async resetPassword({ userId, newPassword: text }: { userId: string; newPassword: string }) {
    const { signIn, password } = await passwordFor(userId, text)
    rememberSignIn(signIn)
    return { password }
  },
}
