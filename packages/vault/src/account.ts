import { type AccountKeys, identityOf, type OpenedAccount, openAccount, sealAccount } from './account-bundle.ts'
import {
  type AccountKey,
  type AuthKey,
  type Bytes,
  branded,
  type EncryptionPublicKey,
  type Kek,
  type PasskeyOutput,
  type PasswordSeed,
  type RecoveryAuthKey,
  type RecoveryCode,
  type SigningPublicKey,
  type Stretched,
} from './bytes.ts'
import { checkName } from './identity.ts'
import { Keyring } from './keyring.ts'
import {
  authKeyOf,
  KDF_DEFAULT,
  type KdfParameters,
  kekOf,
  recoveryAuthKey,
  SEED_BYTES,
  type SignInParameters,
  stretchPassword,
} from './password.ts'
import type { Random } from './random.ts'
import { formatAccountKey, formatRecoveryCode } from './secret-text.ts'
import { makeSlot, passkeySlotSecret, recoverySlotSecret } from './slots.ts'
import { randomUuid, type Uuid } from './uuid.ts'

/** What the server keeps of a new account. `authKey` and `recoveryAuthKey` are to be hashed and peppered there. */
export type Registration = {
  readonly userId: Uuid
  readonly seed: PasswordSeed
  readonly kdf: KdfParameters
  readonly authKey: AuthKey
  readonly recoveryAuthKey: RecoveryAuthKey
  readonly bundle: Bytes
  readonly signingKey: SigningPublicKey
  readonly encryptionKey: EncryptionPublicKey
}

export type NewAccount = {
  readonly registration: Registration
  /** For the recovery sheet; never sent. */
  readonly accountKeyText: string
  /** For its own page; never sent. */
  readonly recoveryCodeText: string
  readonly keyring: Keyring
}

export type CreateAccountOptions = {
  readonly password: string
  readonly name: string
  readonly kdf?: KdfParameters
}

let stretchedOf: (keys: SignInKeys) => Stretched

/** The stretched password of one sign-in, so that unlocking need not stretch it again. Only `authKey` is for the server. */
export class SignInKeys {
  readonly userId: Uuid
  readonly authKey: AuthKey
  readonly #stretched: Stretched

  static {
    stretchedOf = (keys) => keys.#stretched
  }

  constructor(userId: Uuid, authKey: AuthKey, stretched: Stretched) {
    this.userId = userId
    this.authKey = authKey
    this.#stretched = stretched
  }

  toJSON(): string {
    return 'SignInKeys'
  }
}

/** What the password opens together with the account key. */
export const kekFor = (signIn: SignInKeys, accountKey: AccountKey): Promise<Kek> =>
  kekOf(stretchedOf(signIn), accountKey)

/** Stretches the password once (about half a second). Errors: `kdf_*`, `password_invalid`, `encoding_invalid`. */
export async function signInKeys(password: string, parameters: SignInParameters): Promise<SignInKeys> {
  return signInKeysOf(parameters.userId, await stretchPassword(password, parameters))
}

/** Seam for tests: the same from an already stretched password. */
export async function signInKeysOf(userId: Uuid, stretched: Stretched): Promise<SignInKeys> {
  return new SignInKeys(userId, await authKeyOf(stretched), stretched)
}

export async function createAccountWith(random: Random, options: CreateAccountOptions): Promise<NewAccount> {
  const name = checkName(options.name)
  const userId = randomUuid(random)
  const seed = branded<PasswordSeed>(random(SEED_BYTES), SEED_BYTES)
  const { version, memoryKib, iterations, parallelism } = options.kdf ?? KDF_DEFAULT
  const kdf = { version, memoryKib, iterations, parallelism }
  const signIn = await signInKeys(options.password, { userId, seed, kdf })
  return assembleAccount(random, { name, seed, kdf, signIn })
}

type AccountStart = {
  readonly name: string
  readonly seed: PasswordSeed
  readonly kdf: KdfParameters
  readonly signIn: SignInKeys
}

/** Seam for tests: everything after the stretching. */
export async function assembleAccount(random: Random, start: AccountStart): Promise<NewAccount> {
  const { signIn, seed, kdf } = start
  const accountKey = branded<AccountKey>(random(16), 16)
  const recoveryCode = branded<RecoveryCode>(random(16), 16)
  const keys: AccountKeys = {
    root: branded(random(32), 32),
    signingSeed: branded(random(32), 32),
    encryptionSecret: branded(random(32), 32),
    vaultKey: branded(random(32), 32),
  }
  const identity = identityOf(signIn.userId, start.name, keys)
  const kek = await kekFor(signIn, accountKey)
  const slots = [
    await makeSlot(random, { kind: 'password', key: kek }, identity, keys.root),
    await makeSlot(random, await recoverySlotSecret(recoveryCode), identity, keys.root),
  ]
  const generation = 1
  return {
    registration: {
      userId: signIn.userId,
      seed,
      kdf,
      authKey: signIn.authKey,
      recoveryAuthKey: await recoveryAuthKey(recoveryCode),
      bundle: await sealAccount(random, keys, identity, generation, slots),
      signingKey: identity.signingKey,
      encryptionKey: identity.encryptionKey,
    },
    accountKeyText: formatAccountKey(accountKey),
    recoveryCodeText: formatRecoveryCode(recoveryCode),
    keyring: new Keyring(identity, generation, { ...keys, accountKey, random }),
  }
}

export type UnlockOptions = {
  readonly bundle: Uint8Array
  readonly signIn: SignInKeys
  readonly accountKey: AccountKey
  /** The highest generation this device has seen; 0 where it has seen none. */
  readonly atLeastGeneration: number
}

export async function unlockWith(random: Random, options: UnlockOptions): Promise<Keyring> {
  const accountKey = branded<AccountKey>(options.accountKey, 16)
  const key = await kekFor(options.signIn, accountKey)
  const { userId } = options.signIn
  const opened = await openAccount(options.bundle, userId, { kind: 'password', key }, options.atLeastGeneration)
  return keyringOf(random, opened, accountKey)
}

export type RecoveryUnlockOptions = {
  readonly bundle: Uint8Array
  readonly userId: Uuid
  readonly recoveryCode: RecoveryCode
  readonly atLeastGeneration: number
}

export async function unlockWithRecoveryCodeWith(random: Random, options: RecoveryUnlockOptions): Promise<Keyring> {
  const secret = await recoverySlotSecret(options.recoveryCode)
  const opened = await openAccount(options.bundle, options.userId, secret, options.atLeastGeneration)
  return keyringOf(random, opened, undefined)
}

export type PasskeyUnlockOptions = {
  readonly bundle: Uint8Array
  readonly userId: Uuid
  readonly output: PasskeyOutput
  readonly atLeastGeneration: number
}

export async function unlockWithPasskeyWith(random: Random, options: PasskeyUnlockOptions): Promise<Keyring> {
  const secret = await passkeySlotSecret(options.output)
  const opened = await openAccount(options.bundle, options.userId, secret, options.atLeastGeneration)
  return keyringOf(random, opened, undefined)
}

function keyringOf(random: Random, opened: OpenedAccount, accountKey: AccountKey | undefined): Keyring {
  const { root, signingSeed, encryptionSecret, vaultKey } = opened
  const secrets = { root, signingSeed, encryptionSecret, vaultKey, accountKey, random }
  return new Keyring(opened.identity, opened.generation, secrets)
}
