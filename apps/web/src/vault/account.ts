import {
  claimsPasskey,
  createAccount,
  formatAccountKey,
  fromBase64url,
  type Keyring,
  type NewAccount,
  parseAccountKey,
  parseRecoveryCode,
  parseUuid,
  passkeyOutput,
  toBase64url,
  type Uuid,
  unlock,
  unlockWithPasskey,
  unlockWithRecoveryCode,
  VaultError,
} from '@turnstone/vault'
import * as device from './device'
import { sealOwn } from './own'
import { closingsNow, heldBy, hold, lockEverywhere, theKeyring } from './session'
import {
  forgetSignIn,
  rememberedProof,
  rememberedSignIn,
  rememberProof,
  rememberSignIn,
  type SignInParameters,
  startSigningIn,
} from './signing-in'

/** An account as the server has it. */
export interface SealedAccount extends SignInParameters {
  readonly keys: string
  readonly keysVersion: number
  /** What the keys were sealed for, where a mail has set another password since. */
  readonly keysBehind: Omit<SignInParameters, 'userId'> | null
}

/** `open`: everything can be read. `locked`: only what needs no key, until the account key or recovery code is given. */
export type VaultState =
  | { readonly kind: 'open'; readonly name: string; readonly sheet: 'saved' | 'unsaved' }
  | {
      readonly kind: 'locked'
      readonly hasAccountKey: boolean
      /** A passkey may open it: so says the server, and a touch will tell. */
      readonly byPasskey: boolean
    }

export interface Sheet {
  readonly accountKey: string | null
  /** Known to this device only until the person has it on paper. */
  readonly recoveryCode: string | null
}

let created: NewAccount | undefined

/** The password that the keys are sealed for: the present one, unless a mail has set it. */
const startOpening = ({ userId, seed, kdf, keysBehind }: SealedAccount, password: string) =>
  startSigningIn({ userId, ...(keysBehind ?? { seed, kdf }) }, password)

async function stateOf(keyring: Keyring): Promise<VaultState> {
  const unsaved = await device.keptRecoveryCode(keyring.identity.userId)
  return { kind: 'open', name: keyring.identity.name, sheet: unsaved ? 'unsaved' : 'saved' }
}

function locked({ keys }: Pick<SealedAccount, 'keys'>, hasAccountKey: boolean): VaultState {
  return { kind: 'locked', hasAccountKey, byPasskey: claimed(keys) }
}

const lockedHere = async (userId: Uuid, account: SealedAccount) =>
  locked(account, Boolean(await device.keptAccountKey(userId)))

/** Whatever the server made of the keys: pausing and ending must work all the same. */
function claimed(keys: string): boolean {
  try {
    return claimsPasskey(fromBase64url(keys))
  } catch (thrown) {
    if (thrown instanceof VaultError) return false
    throw thrown
  }
}

/** When somebody began to open the pages. A closing since then, in whichever tab, wins. */
interface Beginning {
  readonly closings: number
  readonly opening: string | undefined
}

async function beginning(): Promise<Beginning> {
  const closings = closingsNow()
  return { closings, opening: await device.openingNow() }
}

async function opened(keyring: Keyring, { closings, opening }: Beginning): Promise<VaultState> {
  await device.keep(keyring, opening)
  hold(keyring, closings)
  return stateOf(keyring)
}

/** What is left to do after a mail has set the password, sealing the keys for it, comes next and needs it. */
function forgetUnlessBehind({ keysBehind }: SealedAccount): void {
  if (!keysBehind) forgetSignIn()
}

/** What this device may open by itself: with the keys it keeps, or with the password of a sign-in a moment ago. */
async function openHere(userId: Uuid, account: SealedAccount): Promise<VaultState> {
  const begun = await beginning()
  const settled = await device.settle(userId, account.keys)
  const held = settled ? undefined : heldBy(userId)
  if (held) return stateOf(held)
  const keyring = await device.restore(userId)
  if (keyring) {
    forgetUnlessBehind(account)
    hold(keyring, begun.closings)
    return stateOf(keyring)
  }
  const accountKey = await device.keptAccountKey(userId)
  const signIn = rememberedSignIn(account.userId)
  if (!accountKey || !signIn || account.keysBehind) return locked(account, Boolean(accountKey))
  const bundle = fromBase64url(account.keys)
  const atLeastGeneration = await device.seenGeneration(userId)
  try {
    const unlocked = await unlock({ bundle, signIn, accountKey, atLeastGeneration })
    forgetSignIn()
    return await opened(unlocked, begun)
  } catch (thrown) {
    // The password was right a moment ago: another device has made a new sheet, and with it another account key.
    if (thrown instanceof VaultError && thrown.code === 'unlock_failed') return locked(account, false)
    throw thrown
  }
}

const isRecoveryCode = (text: string) => /^\s*r\s*c/i.test(text)

export const account = {
  /** Makes an account: takes one password stretch. What comes back is for the server; the keys stay until `keepCreated`. */
  async create({ name, password }: { name: string; password: string }) {
    const closings = closingsNow()
    const made = await createAccount({ name, password })
    const { registration, keyring } = made
    hold(keyring, closings)
    created = made
    const { userId, kdf, seed, authKey, recoveryAuthKey, bundle, signingKey, encryptionKey } = registration
    return {
      userId: userId as string,
      kdf: { ...kdf, version: 1 as const },
      seed: toBase64url(seed),
      authKey: toBase64url(authKey),
      recoveryAuthKey: toBase64url(recoveryAuthKey),
      keys: toBase64url(bundle),
      publicKeys: { signing: toBase64url(signingKey), encryption: toBase64url(encryptionKey) },
      profile: await sealOwn('profile', 1, { name: keyring.identity.name }),
    }
  },

  /** Before the server is asked. Asking again changes nothing. */
  async keepCreated(): Promise<void> {
    if (!created) return
    await device.keep(created.keyring, await device.openingNow(), created.recoveryCodeText)
    rememberProof(created.registration.userId, toBase64url(created.registration.authKey))
    created = undefined
  },

  /** The key that proves the password to the server. The rest of the stretch waits here for `unlock`. */
  async signIn({ parameters, password }: { parameters: SignInParameters; password: string }) {
    const signIn = await startSigningIn(parameters, password)
    rememberSignIn(signIn)
    return { authKey: toBase64url(signIn.authKey) }
  },

  /** The account as this device knew it last, while the server cannot be asked; undefined where it knows none. */
  async kept(): Promise<unknown> {
    return device.keptAccount()
  },

  /** The same, as it is since something in it was kept anew: what is sealed here must not fall behind what was pinned. */
  async keep({ account }: { account: SealedAccount }): Promise<void> {
    await device.keepAccount(parseUuid(account.userId), account)
  },

  /** After a reload or a sign-in: opens what this device may open by itself. */
  async restore({ account }: { account: SealedAccount }): Promise<VaultState> {
    const userId = parseUuid(account.userId)
    const state = await openHere(userId, account).catch((thrown: unknown) => {
      if (thrown instanceof VaultError && thrown.code === 'keyring_locked') return lockedHere(userId, account)
      throw thrown
    })
    await device.keepAccount(userId, account)
    return state
  },

  /** Opens with what is on paper: the recovery code alone, or the account key with the password. */
  async unlock(of: { account: SealedAccount; text: string; password: string }): Promise<VaultState> {
    const begun = await beginning()
    const userId = parseUuid(of.account.userId)
    const bundle = fromBase64url(of.account.keys)
    const atLeastGeneration = await device.seenGeneration(userId)
    if (isRecoveryCode(of.text)) {
      const recoveryCode = parseRecoveryCode(of.text)
      const recovered = await unlockWithRecoveryCode({ bundle, userId, recoveryCode, atLeastGeneration })
      forgetUnlessBehind(of.account)
      return opened(recovered, begun)
    }
    const accountKey = parseAccountKey(of.text)
    const remembered = of.account.keysBehind ? undefined : rememberedSignIn(of.account.userId)
    const signIn = remembered ?? (await startOpening(of.account, of.password))
    const unlocked = await unlock({ bundle, signIn, accountKey, atLeastGeneration })
    forgetUnlessBehind(of.account)
    return opened(unlocked, begun)
  },

  /** Opens after a lock: the account key is still on this device. */
  async unlockHere({ account, password }: { account: SealedAccount; password: string }): Promise<VaultState> {
    const begun = await beginning()
    const userId = parseUuid(account.userId)
    const accountKey = await device.keptAccountKey(userId)
    if (!accountKey) return locked(account, false)
    const signIn = await startOpening(account, password)
    const atLeastGeneration = await device.seenGeneration(userId)
    return opened(await unlock({ bundle: fromBase64url(account.keys), signIn, accountKey, atLeastGeneration }), begun)
  },

  /** Opens with what an authenticator gave for this account's passkey; `unlock_failed` where it is none that opens. */
  async unlockWithPasskey({ account, output }: { account: SealedAccount; output: Uint8Array }): Promise<VaultState> {
    const begun = await beginning()
    const userId = parseUuid(account.userId)
    const unlocked = await unlockWithPasskey({
      bundle: fromBase64url(account.keys),
      userId,
      output: passkeyOutput(output),
      atLeastGeneration: await device.seenGeneration(userId),
    })
    forgetUnlessBehind(account)
    return opened(unlocked, begun)
  },

  /** True when the stretch of this sign-in is still here, so that the account key is all that is missing. */
  async remembersPassword({ userId }: { userId: string }): Promise<boolean> {
    return rememberedSignIn(userId) !== undefined
  },

  /** What proves the password to the server, where the account was made here a moment ago; null elsewhere. */
  async proofAfterSignUp({ userId }: { userId: string }): Promise<string | null> {
    return rememberedProof(userId)
  },

  /** The sheet, until it is on paper. */
  async unsavedSheet(): Promise<Sheet> {
    const { userId } = theKeyring().identity
    return { accountKey: await accountKeyText(userId), recoveryCode: (await device.keptRecoveryCode(userId)) ?? null }
  },

  async sheetSaved(): Promise<void> {
    await device.dropRecoveryCode(theKeyring().identity.userId)
  },

  /** The sheet again, for whoever knows the password. */
  async sheet({ account, password }: { account: SealedAccount; password: string }): Promise<Sheet> {
    const userId = parseUuid(account.userId)
    const accountKey = await device.keptAccountKey(userId)
    if (!accountKey) return { accountKey: null, recoveryCode: null }
    const signIn = await startOpening(account, password)
    const atLeastGeneration = await device.seenGeneration(userId)
    const proof = await unlock({ bundle: fromBase64url(account.keys), signIn, accountKey, atLeastGeneration })
    proof.lock()
    const recoveryCode = (await device.keptRecoveryCode(userId)) ?? null
    return { accountKey: formatAccountKey(accountKey), recoveryCode }
  },

  /** Closes the vault in all tabs, whoever's it is. The account key stays on this device, so the password opens it again. */
  async lock(): Promise<void> {
    forgetSignIn()
    await device.dropKeyring()
    lockEverywhere()
  },

  /** Signing out: this device forgets everything. */
  async erase(): Promise<void> {
    forgetSignIn()
    created = undefined
    lockEverywhere()
    await device.eraseAll()
  },
}

async function accountKeyText(userId: Keyring['identity']['userId']): Promise<string | null> {
  const accountKey = await device.keptAccountKey(userId)
  return accountKey ? formatAccountKey(accountKey) : null
}
