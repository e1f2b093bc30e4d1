import { kekFor, type SignInKeys, signInKeys } from './account.ts'
import { openAccount, ownSlots, sealAccount } from './account-bundle.ts'
import {
  type AccountKey,
  type Bytes,
  branded,
  type EncryptionSecret,
  type PasswordSeed,
  type RecoveryAuthKey,
  type RecoveryCode,
  type RootKey,
  type SigningSeed,
  type VaultKey,
} from './bytes.ts'
import { VaultError } from './errors.ts'
import { Keyring, type KeyringSecrets, secretsOf } from './keyring.ts'
import { KDF_DEFAULT, type KdfParameters, recoveryAuthKey, SEED_BYTES } from './password.ts'
import type { Random } from './random.ts'
import { formatAccountKey, formatRecoveryCode } from './secret-text.ts'
import { isSlotOf, makeSlot, recoverySlotSecret, rewrapSlot, type SlotSecret } from './slots.ts'
import type { Uuid } from './uuid.ts'

/** A password to be. `seed`, `kdf` and `signIn.authKey` are for the server. */
export type NewPassword = {
  readonly seed: PasswordSeed
  readonly kdf: KdfParameters
  readonly signIn: SignInKeys
}

/** How strongly it is stretched is decided here, whatever the server said of the password before. */
export async function newPasswordWith(random: Random, userId: Uuid, password: string): Promise<NewPassword> {
  const seed = branded<PasswordSeed>(random(SEED_BYTES), SEED_BYTES)
  const kdf = { ...KDF_DEFAULT }
  return { seed, kdf, signIn: await signInKeys(password, { userId, seed, kdf }) }
}

export type ChangeOptions = {
  readonly keyring: Keyring
  /** The account's bundle as the server has it now. */
  readonly bundle: Uint8Array
  /** The highest generation this device has seen. */
  readonly atLeastGeneration: number
  /** Of the password that is to open it from now on: a new one, or the present one. */
  readonly signIn: SignInKeys
  /** `new`: another account key and recovery code; the old ones open nothing of the new bundle. */
  readonly sheet: 'keep' | 'new'
}

export type NewSheet = {
  readonly accountKeyText: string
  readonly recoveryCodeText: string
  /** For the server, to be hashed and peppered there. */
  readonly recoveryAuthKey: RecoveryAuthKey
}

export type AccountChange = {
  readonly bundle: Bytes
  /** Of the new bundle. The old keyring stays as it is until its owner locks it: a change may be refused. */
  readonly keyring: Keyring
  readonly newSheet: NewSheet | undefined
}

export async function changeAccountWith(random: Random, options: ChangeOptions): Promise<AccountChange> {
  const { keyring, signIn } = options
  const { identity } = keyring
  if (signIn.userId !== identity.userId) throw new VaultError('argument_invalid', 'signIn')
  const seen = Math.max(options.atLeastGeneration, keyring.generation)
  const { generation, slots } = ownSlots(options.bundle, identity, seen)
  // Copies, before anything is awaited: a lock in the middle erases the originals.
  const { accountKey: known, ...mine } = copiesOf(secretsOf(keyring))
  const sheet = options.sheet === 'new' ? newSheetSecrets(random) : undefined
  const accountKey = sheet?.accountKey ?? known
  if (accountKey === undefined) throw new VaultError('argument_invalid', 'accountKey')

  const replaced: SlotSecret[] = [{ kind: 'password', key: await kekFor(signIn, accountKey) }]
  if (sheet) replaced.push(await recoverySlotSecret(sheet.recoveryCode))
  const keys = { ...mine, root: branded<RootKey>(random(32), 32) }
  const carried = slots.filter((slot) => !replaced.some(({ kind }) => isSlotOf(slot, kind)))
  const next: Bytes[] = []
  for (const secret of replaced) next.push(await makeSlot(random, secret, identity, keys.root))
  for (const slot of carried) next.push(await rewrapSlot(random, slot, identity.userId, keys.root))
  const bundle = await sealAccount(random, keys, identity, generation + 1, next)
  // Nobody is handed a bundle that their own secrets do not open.
  for (const secret of replaced) await openAccount(bundle, identity.userId, secret, generation + 1)
  return {
    bundle,
    keyring: new Keyring(identity, generation + 1, { ...keys, accountKey, random }),
    newSheet: sheet && {
      accountKeyText: formatAccountKey(sheet.accountKey),
      recoveryCodeText: formatRecoveryCode(sheet.recoveryCode),
      recoveryAuthKey: await recoveryAuthKey(sheet.recoveryCode),
    },
  }
}

function copiesOf({ signingSeed, encryptionSecret, vaultKey, accountKey }: KeyringSecrets) {
  return {
    signingSeed: branded<SigningSeed>(signingSeed, 32),
    encryptionSecret: branded<EncryptionSecret>(encryptionSecret, 32),
    vaultKey: branded<VaultKey>(vaultKey, 32),
    accountKey: accountKey && branded<AccountKey>(accountKey, 16),
  }
}

function newSheetSecrets(random: Random): { accountKey: AccountKey; recoveryCode: RecoveryCode } {
  return { accountKey: branded(random(16), 16), recoveryCode: branded(random(16), 16) }
}
